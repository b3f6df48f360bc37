using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Tests.Documents;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo\n")]
    [InlineData("one<br>two<br/>three", "one\ntwo\nthree\n")]
    [InlineData("a <b>bo</b>ld word", "a bold word\n")]
    [InlineData("  a \n\t b&nbsp;c  ", "a b c\n")]
    [InlineData("<h2>Head</h2>text", "## Head\n\ntext\n")]
    [InlineData("<h3><div>Head</div></h3>text", "### Head\n\ntext\n")]
    [InlineData("<h1></h1><p>text", "text\n")]
    [InlineData("<ul><li>one<li><p>two</p></ul>text", "- one\n\n- two\n\ntext\n")]
    [InlineData("<ul><li></li></ul><p>text</p>", "text\n")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc\n")]
    [InlineData("<pre>\n if\n   then</pre>text", "```\n if\n   then\n```\n\ntext\n")]
    [InlineData("<pre><div>a</div>b", "```\na\nb\n```\n")]
    [InlineData("<pre></pre>text", "text\n")]
    [InlineData("&lt;p&gt; &amp; &eacute; &#x1F600; &copy", "<p> & é \ud83d\ude00 ©\n")]
    [InlineData("<script>if (a < b) { '<p>no</p>' }</script>yes", "yes\n")]
    [InlineData("<style>p > a {}</style>yes", "yes\n")]
    [InlineData("<script src='a.js'/>yes", "yes\n")]
    [InlineData("<template><p>no</p></template><iframe>no</iframe>yes", "yes\n")]
    [InlineData("<!-- no <p> --><!doctype html>yes", "yes\n")]
    [InlineData("<title>A <b> tag</title><body>text", "# A <b> tag\n\ntext\n")]
    [InlineData("<textarea><p>kept</textarea>", "<p>kept\n")]
    [InlineData("<svg><path d='M0'/></svg>", "")]
    [InlineData("", "")]
    [InlineData("<a href=\"x>y\">link</a", "link\n")]
    public void Page_BecomesItsText(string html, string expected) => HtmlText.Extract(html).ShouldBe(expected);

    [Theory]
    [InlineData("a/page.html", true)]
    [InlineData("PAGE.HTM", true)]
    [InlineData("a.xhtml", true)]
    [InlineData("html", false)]
    [InlineData("a.html.md", false)]
    public void Name_TellsAPage(string name, bool expected) => HtmlText.IsHtml(name).ShouldBe(expected);

    [Fact]
    public void DeepAndUnclosedMarkup_IsRead()
    {
        // A tree of this depth would end the process, or take as long as its square.
        string html = string.Concat(Enumerable.Repeat("<div><b>", 200_000)) + "bottom";

        HtmlText.Extract(html).ShouldBe("bottom\n");
    }

    [Fact]
    public void FileThatIsAPage_IsADocumentWithItsHeadings()
    {
        var document = new FolderFile("a.html", [], "<h1>Head</h1><p>text").ToDocument();

        (document.Id, document.Text, document.IsMarkdown).ShouldBe(("a.html", "# Head\n\ntext\n", true));
    }
}
