namespace LlmAspects.Cli.Indexing;

/// <summary>A piece of a file that a search found.</summary>
/// <param name="Rank">From 1, the best first.</param>
/// <param name="File">The file below the folder.</param>
/// <param name="StartLine">The first line with a word of the piece, from 1.</param>
/// <param name="EndLine">The last one.</param>
/// <param name="Start">The first UTF-16 code unit in the text.</param>
/// <param name="End">The code unit after the last one.</param>
/// <param name="Score">What it was ranked by, comparable within one search.</param>
/// <param name="HeaderPath">The headings above it; <see langword="null"/> when there are none.</param>
/// <param name="Extracted">Whether lines and offsets are those of the text of an HTML page instead of the file's.</param>
/// <param name="Snippet">The part of the piece that has most words of the query, on one line.</param>
/// <param name="Text">The piece.</param>
internal sealed record SearchHit(
    int Rank, string File, int StartLine, int EndLine, int Start, int End, double Score, string? HeaderPath, bool Extracted, string Snippet, string Text);
