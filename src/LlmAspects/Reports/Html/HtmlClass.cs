namespace LlmAspects.Reports.Html;

/// <summary>A class attribute of the style sheet: markup of ours, so it is not encoded.</summary>
internal sealed class HtmlClass
{
    internal static readonly HtmlClass None = new("");
    internal static readonly HtmlClass Number = new(" class=\"n\"");
    internal static readonly HtmlClass Bad = new(" class=\"bad\"");

    private readonly string _markup;

    private HtmlClass(string markup) => _markup = markup;

    public override string ToString() => _markup;
}
