"""Plain text: white space, sentences, numbers in words, folding for comparison."""
