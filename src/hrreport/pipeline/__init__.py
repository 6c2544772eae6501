"""The use cases that cross rooms: obtain a report, add a page saved by hand, download many, tell revisions apart."""

from hrreport.pipeline.adding import add_page
from hrreport.pipeline.bundled import SAMPLE, sample
from hrreport.pipeline.editions import countries_of, known_editions
from hrreport.pipeline.means import Means, Obtained
from hrreport.pipeline.obtaining import obtain

__all__ = ["SAMPLE", "Means", "Obtained", "add_page", "countries_of", "known_editions", "obtain", "sample"]
