using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using LlmAspects.Errors;
using LlmAspects.Reports;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Reports.Html;

public sealed class HtmlReportTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><a href=\"javascript:alert(1)\">\0\u0007\u202Eevil\uD800 &lt;";
    private static readonly DateTimeOffset Time = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void HostileData_StaysText()
    {
        var html = Full(Hostile).ToHtml();

        var page = Parse(html);
        page.Descendants("script").ShouldBeEmpty();
        page.Descendants("a").ShouldAllBe(link => link.Attribute("href")!.Value.StartsWith('#'));
        page.Descendants().SelectMany(element => element.Attributes()).ShouldAllBe(attribute => !attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        html.ShouldContain("[U+202E]");
        html.ShouldNotContain('\u202E');
        html.Any(character => char.IsSurrogate(character) || (char.IsControl(character) && character != '\n')).ShouldBeFalse();
    }

    [Fact]
    public void Page_LoadsNothingAndForbidsScripts()
    {
        var page = Parse(Full("x").ToHtml());

        page.Descendants("meta").ShouldContain(meta => (string?)meta.Attribute("content") == "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        page.Descendants().SelectMany(element => element.Attributes()).Select(attribute => attribute.Name.LocalName).ShouldNotContain("src");
        page.Descendants("link").ShouldBeEmpty();
        page.Descendants("style").Single().Value.ShouldNotContain("url(");
    }

    [Fact]
    public void Page_CanBeReadWithAScreenReaderAndAKeyboard()
    {
        var page = Parse(Full("x").ToHtml());

        page.Root!.Attribute("lang")!.Value.ShouldBe("en");
        page.Descendants("h1").Count().ShouldBe(1);
        page.Descendants("main").Single().Attribute("id")!.Value.ShouldBe("report");
        page.Descendants("table").ShouldAllBe(table => table.Elements("caption").Count() == 1 && table.Parent!.Attribute("tabindex")!.Value == "0" && table.Parent.Attribute("aria-label") != null);
        page.Descendants("th").ShouldAllBe(cell => cell.Attribute("scope") != null);
        page.Descendants("svg").ShouldAllBe(chart => chart.Attribute("aria-hidden") != null || (chart.Attribute("role")!.Value == "img" && chart.Element("title") != null));
        page.Descendants("details").ShouldAllBe(details => details.Attribute("id") != null);
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        ids.ShouldBeUnique();
        page.Descendants("a").Select(link => link.Attribute("href")!.Value[1..]).ShouldBeSubsetOf(ids);
    }

    [Fact]
    public void FullReport_ShowsEverySection()
    {
        var page = Parse(Full("x").ToHtml());

        page.Descendants("section").Select(section => section.Attribute("id")!.Value)
            .ShouldBe(["overview", "traces", "latency", "operations", "streams", "errors", "models", "caches", "circuits", "notes"]);
        var text = page.Root!.Value;
        foreach (var fact in (string[])["fingerprint-1", "request-1", "user-1", "trace-1", "1: Retried", "$1.5", "75 %", "open: no calls pass", "P95 4 ms", "key=x", "2030-01-02 03:04:05Z"])
        {
            text.ShouldContain(fact);
        }
    }

    [Fact]
    public void EmptyReport_IsAPageThatSaysSo()
    {
        var page = Parse(new PerformanceReport { GeneratedAt = Time }.ToHtml());

        page.Descendants("section").Single().Attribute("id")!.Value.ShouldBe("overview");
        page.Root!.Value.ShouldContain("Nothing was recorded for: Last traces, Latency");
    }

    [Fact]
    public void HugeReport_StaysSmallAndSaysWhatIsLeftOut()
    {
        var sample = Full(new string('x', 5000));
        var html = (sample with
        {
            Errors = [.. Enumerable.Range(0, 10_000).Select(index => sample.Errors[0] with { Timestamp = Time.AddSeconds(-index) })],
            ErrorCount = 10_000,
            ErrorGroups = [.. Enumerable.Repeat(sample.ErrorGroups[0], 5000)],
            Operations = [.. Enumerable.Repeat(sample.Operations[0], 5000)],
            Traces = [.. Enumerable.Repeat(Deep(256), 100)],
        }).ToHtml();

        var text = Parse(html).Root!.Value;
        html.Length.ShouldBeLessThan(2_000_000);
        text.ShouldContain("9,950 more errors are left out of 10,000.");
        text.ShouldContain("4,900 more operations are left out of 5,000.");
        text.ShouldContain("90 more earlier traces are left out of 100.");
        text.ShouldContain("106 more spans are left out.");
    }

    [Fact]
    public void SameReport_IsTheSamePageInEveryCulture()
    {
        var expected = Full("x").ToHtml();
        var culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" };
        try
        {
            CultureInfo.CurrentCulture = other;
            (Full("x") with { GeneratedAt = Time.ToOffset(TimeSpan.FromHours(5)) }).ToHtml().ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    // The page is written as well-formed XML, so that a strict parser sees what a browser sees.
    private static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    private static TraceNode Deep(int levels)
    {
        var node = Node("leaf");
        for (var level = 1; level < levels; level++)
        {
            node = Node("level") with { Children = [node] };
        }

        return node;
    }

    private static TraceNode Node(string name) => new() { Name = name, TraceId = name, SpanId = name, StartedAt = Time, DurationMilliseconds = 5 };

    private static PerformanceReport Full(string text) => new()
    {
        GeneratedAt = Time,
        Properties = new Dictionary<string, string> { [text] = text },
        Operations =
        [
            new PerformanceStats
            {
                Component = text, Operation = text, Source = text, Count = 4, ErrorCount = 1, ErrorRate = 0.25, TotalMilliseconds = 8, MeanMilliseconds = 2, P50Milliseconds = 2,
                P95Milliseconds = 4, P99Milliseconds = 4, MaxMilliseconds = 4, StreamCount = 1, ItemCount = 3, Distribution = [new(0, 0.5, 1), new(2, 2.25, 2), new(4, 4.5, 1)],
            },
        ],
        ErrorCount = 1,
        Errors =
        [
            new ErrorRecord
            {
                Timestamp = Time, Component = text, Operation = text, ExceptionType = text, Message = text, Path = [text], Tags = new Dictionary<string, string> { ["key"] = text },
                RequestId = "request-1", UserId = "user-1", TraceId = "trace-1", Attempts = [new FailedAttempt(1, "Retried", null, 5)],
            },
        ],
        ErrorGroups =
        [
            new ErrorGroup
            {
                Fingerprint = "fingerprint-1", Component = text, Operation = text, ExceptionType = text, Code = text, Occurrences = 1, FirstSeen = Time, LastSeen = Time, LatestMessage = text,
            },
        ],
        Models = [new ModelUsage { Model = text, Calls = 1, InputTokens = 2, OutputTokens = 3, Cost = 1.5m }],
        Caches = [new CacheStatus { Name = text, Entries = 1, Hits = 3, Misses = 1 }],
        Circuits = [new CircuitStatus { Name = text, State = CircuitState.Open, Reason = text, UnavailableUntil = Time }],
        Traces = [Node(text) with { Children = [Node(text) with { Outcome = OperationOutcome.Failed, ErrorType = text }] }],
        Notes = [text],
    };
}
