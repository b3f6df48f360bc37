namespace LlmAspects.Components.Text;

/// <summary>What a line of Markdown is.</summary>
internal enum MarkdownLineKind
{
    /// <summary>White space only.</summary>
    Blank,

    /// <summary>Running text.</summary>
    Text,

    /// <summary>A heading that begins with 1 to 6 <c>#</c>.</summary>
    Heading,

    /// <summary>The first line of a list item.</summary>
    ListItem,

    /// <summary>A row of a table.</summary>
    TableRow,

    /// <summary>The line that opens a code fence.</summary>
    FenceStart,

    /// <summary>A line inside a code fence.</summary>
    Code,

    /// <summary>The line that closes a code fence.</summary>
    FenceEnd,
}
