using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace LlmAspects.Cli.Documents;

/// <summary>
/// The text of an HTML page as Markdown: headings with their level, list items, paragraphs and code, without tags, scripts and styles. It reads tokens
/// and builds no tree, so that neither depth nor broken markup costs more than the length of the page.
/// </summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".html", ".htm", ".xhtml" };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "head", "header", "hgroup", "hr", "html", "legend", "main", "menu", "nav", "ol", "optgroup", "option", "p", "search", "section", "select",
        "summary", "table", "tbody", "tfoot", "thead", "title", "ul", "h1", "h2", "h3", "h4", "h5", "h6",
    };

    private readonly MarkdownText _text = new();

    // The element whose content is left out, while it is.
    private string? _hidden;

    private HtmlText()
    {
    }

    /// <summary>Whether a name is that of an HTML page.</summary>
    public static bool IsHtml(string name) => Extensions.Contains(Path.GetExtension(name));

    /// <summary>The text of a page.</summary>
    public static string Extract(string html)
    {
        var page = new HtmlText();
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (HtmlToken token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            page.Read(token, tokenizer);
        }

        return page._text.ToString();
    }

    private void Read(HtmlToken token, HtmlTokenizer tokenizer)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag when !(token.AsTag().IsSelfClosing && HasRawContent(token.Name)):
                // What a browser does not read as markup must not be read as markup here.
                tokenizer.State = ModeOf(token.Name);
                Open(token.Name);
                break;
            case HtmlTokenType.EndTag:
                Close(token.Name);
                break;
            case HtmlTokenType.Character when _hidden is null:
                _text.Write(token.Data);
                break;
        }
    }

    // In a page that is XML, <script src="..."/> has no content; as HTML it would hide the rest of the page.
    private static bool HasRawContent(string element) => ModeOf(element) != HtmlParseMode.PCData;

    private static HtmlParseMode ModeOf(string element) => element switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    private void Open(string element)
    {
        if (_hidden is not null)
        {
            return;
        }

        switch (element)
        {
            case "script" or "style" or "template" or "iframe" or "noembed" or "noframes":
                _hidden = element;
                break;
            case "br" or "tr":
                _text.EndLine();
                break;
            case "li":
                _text.BeginItem();
                break;
            case "td" or "th":
                _text.Separate();
                break;
            case "pre" or "xmp" or "listing" or "plaintext":
                _text.BeginCode();
                break;
            case "title":
                _text.BeginHeading(1);
                break;
            case ['h', >= '1' and <= '6']:
                _text.BeginHeading(element[1] - '0');
                break;
            default:
                EndParagraphAt(element);
                break;
        }
    }

    private void Close(string element)
    {
        if (_hidden is not null)
        {
            _hidden = element == _hidden ? null : _hidden;
        }
        else if (element is "pre" or "xmp" or "listing")
        {
            _text.EndCode();
        }
        else if (element is "li" or "title" or ['h', >= '1' and <= '6'])
        {
            _text.End();
            EndParagraphAt(element);
        }
        else
        {
            EndParagraphAt(element);
        }
    }

    private void EndParagraphAt(string element)
    {
        if (Blocks.Contains(element))
        {
            _text.EndParagraph();
        }
    }
}
