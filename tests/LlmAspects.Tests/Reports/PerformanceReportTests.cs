using System.Text.Json;
using LlmAspects.Errors;
using LlmAspects.Reports;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Reports;

public sealed class PerformanceReportTests
{
    [Fact]
    public void Create_GathersStatisticsErrorsAndTraces()
    {
        var service = new EmittedService("reported");
        Record.Exception(() => service.Call<int>(() => throw new FormatException()));
        var trace = Sample.Traces[0];

        var report = PerformanceReport.Create([trace]);

        report.Operations.ShouldContain(stats => stats.Component == "reported" && stats.ErrorCount == 1);
        report.Errors[0].Component.ShouldBe("reported");
        report.ErrorCount.ShouldBe(ErrorAggregator.Shared.TotalCount);
        report.Traces.ShouldBe([trace]);
    }

    [Fact]
    public void Json_ReadsBackWhatItWrote()
    {
        var json = Sample.ToJson();

        var read = PerformanceReport.FromJson(json);

        read.ToJson().ShouldBe(json);
        read.Operations[0].ShouldBe(Sample.Operations[0]);
        read.Properties.ShouldBe(Sample.Properties);
        json.ShouldContain("\"p95Milliseconds\": 1.5");
        json.ShouldContain("\"outcome\": \"Failed\"");
        json.ShouldNotContain("\"errorRate\"", customMessage: "a rate that is not known is left out");
        json.ShouldNotContain("\r");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"generatedAt\":\"2030-01-02T03:04:05Z\",\"operations\":null}")]
    public void NoReport_IsRefused(string json) => Should.Throw<JsonException>(() => PerformanceReport.FromJson(json));

    [Fact]
    public void Markdown_ReadsLikeAReport() => Sample.ToMarkdown().ShouldBe(
        """
        # Performance report

        Generated 2030-01-02 03:04:05Z.

        - runtime: .NET 10

        ## Operations (durations in ms)

        | Operation | Calls | Errors | Error rate | Cancelled | Mean | P50 | P95 | P99 | Max |
        |---|---|---|---|---|---|---|---|---|---|
        | llm_router.select_model | 2 | 1 | n/a | 0 | 1 | 1 | 1.5 | n/a | n/a |

        ## Streams (times in ms)

        | Operation | Streams | Items | To first item | Between items | Disposed early | Abandoned |
        |---|---|---|---|---|---|---|
        | llm_router.select_model | 1 | 7 | 0.25 | n/a | 0 | 0 |

        ## Errors (1 of 3)

        | Time | Operation | Type | Message | Path | Tags |
        |---|---|---|---|---|---|
        | 2030-01-02 03:04:05Z | cache_layer.get | E (cause: C) | a \| b \`c\` &lt;script&gt;  next | cache_layer.get &gt; pipeline.ask | attempt=2, llm.model=a \| &lt;b&gt; |

        ## Traces

        - pipeline.ask 12.5 ms
          - cache_layer.get n/a ms failed: E
          - 2 more spans were left out

        ## Notes

        - \[estimated\]

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Markdown_TellsGroupsModelsCachesAndCircuits()
    {
        var text = (Sample with
        {
            ErrorGroups = [new ErrorGroup { Fingerprint = "f1", Component = "cache_layer", Operation = "get", ExceptionType = "E", Code = "E|1", Occurrences = 3, FirstSeen = Time, LastSeen = Time }],
            Models = [new ModelUsage { Model = "m<1>", Calls = 2, InputTokens = 30, OutputTokens = 4, Cost = 0.25m, UnpricedCalls = 1 }],
            Caches = [new CacheStatus { Name = "answers", Entries = 5, Hits = 3, Misses = 1 }],
            Circuits = [new CircuitStatus { Name = "m", State = CircuitState.Open, Reason = "too many failures", UnavailableUntil = Time, InFlight = 1 }],
        }).ToMarkdown();

        text.ShouldContain("| E\\|1 | cache_layer.get | 3 | 2030-01-02 03:04:05Z | 2030-01-02 03:04:05Z | not recorded | f1 |");
        text.ShouldContain("| m&lt;1&gt; | 2 | 30 | 0 | 4 | 0 | 0.25 | 1 |");
        text.ShouldContain("| answers | 75 % | 3 | 1 | 5 | n/a | 0 | 0 | n/a |");
        text.ShouldContain("| m | Open | too many failures | 2030-01-02 03:04:05Z | 1 | n/a |");
    }

    [Fact]
    public void EmptyReport_HasNoEmptySections()
    {
        var text = new PerformanceReport { GeneratedAt = DateTimeOffset.UnixEpoch }.ToMarkdown();

        text.ShouldBe("# Performance report\n\nGenerated 1970-01-01 00:00:00Z.\n");
    }

    private static readonly DateTimeOffset Time = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly PerformanceReport Sample = new()
    {
        GeneratedAt = Time,
        Properties = new Dictionary<string, string> { ["runtime"] = ".NET 10" },
        Operations =
        [
            new PerformanceStats
            {
                Component = "llm_router",
                Operation = "select_model",
                Source = "LlmAspects",
                Count = 2,
                ErrorCount = 1,
                MeanMilliseconds = 1,
                P50Milliseconds = 1,
                P95Milliseconds = 1.5,
                StreamCount = 1,
                ItemCount = 7,
                MeanTimeToFirstItemMilliseconds = 0.25,
            },
        ],
        ErrorCount = 3,
        Errors =
        [
            new ErrorRecord
            {
                Timestamp = Time,
                Component = "cache_layer",
                Operation = "get",
                ExceptionType = "E",
                CauseType = "C",
                Message = "a | b `c` <script>\r\nnext\u001b",
                Path = ["cache_layer.get", "pipeline.ask"],
                Tags = new Dictionary<string, string> { ["llm.model"] = "a | <b>", ["attempt"] = "2" },
            },
        ],
        Traces =
        [
            new TraceNode
            {
                Name = "pipeline.ask",
                TraceId = "t",
                SpanId = "1",
                StartedAt = Time,
                DurationMilliseconds = 12.5,
                DroppedSpans = 2,
                Children = [new TraceNode { Name = "cache_layer.get", TraceId = "t", SpanId = "2", StartedAt = Time, Outcome = OperationOutcome.Failed, ErrorType = "E" }],
            },
        ],
        Notes = ["[estimated]"],
    };
}
