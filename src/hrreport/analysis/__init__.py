"""What a report says: kinds of its sentences, sources, figures, assessments, issues, and summaries of it."""

from hrreport.analysis.reports import ANALYSIS_VERSION, analyse_report
from hrreport.analysis.running import running_summary
from hrreport.analysis.selection import select_findings
from hrreport.analysis.summary import summarize_report

__all__ = ["ANALYSIS_VERSION", "analyse_report", "running_summary", "select_findings", "summarize_report"]
