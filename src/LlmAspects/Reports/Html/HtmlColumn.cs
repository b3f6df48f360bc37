namespace LlmAspects.Reports.Html;

/// <summary>A column of a table: its heading, and the text of a row's cell.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Cell">The text, not encoded.</param>
/// <param name="Numeric">Whether it is aligned to the right.</param>
internal readonly record struct HtmlColumn<TRow>(string Title, Func<TRow, string> Cell, bool Numeric = false);
