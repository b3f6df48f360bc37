namespace LlmAspects.Components.Chunking;

/// <summary>Keeps the headings that a line of a document stands under.</summary>
internal sealed class HeaderPathBuilder
{
    /// <summary>More of a heading is not kept: every piece below it carries the path, and a "heading" of megabytes would be searched with each.</summary>
    internal const int MaxTitleLength = 200;

    private readonly string?[] _titles = new string?[6];

    /// <summary>The path, or <see langword="null"/> before the first heading with a text.</summary>
    public string? Path { get; private set; }

    /// <summary>Enters a heading; deeper ones end.</summary>
    /// <param name="level">From 1 to 6.</param>
    /// <param name="title">Its text, may be empty.</param>
    public void Enter(int level, string title)
    {
        _titles[level - 1] = title;
        Array.Clear(_titles, level, _titles.Length - level);
        string path = string.Join(" > ", _titles.Where(part => !string.IsNullOrEmpty(part)));
        Path = path.Length == 0 ? null : path;
    }
}
