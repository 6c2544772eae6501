"""Plain text: white space, sentences, months, slugs, common subsequences."""
