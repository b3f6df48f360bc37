namespace LlmAspects.Cli.Reports;

/// <summary>A piece of a document that supports the answer.</summary>
/// <param name="Number">From 1, in the order of the answer.</param>
/// <param name="Document">The file below the folder.</param>
/// <param name="Line">The line of the first character, from 1.</param>
/// <param name="Start">The first UTF-16 code unit in the file's text.</param>
/// <param name="End">The code unit after the last one.</param>
/// <param name="Text">The cited text, exactly.</param>
internal sealed record CitationReport(int Number, string Document, int Line, int Start, int End, string Text);
