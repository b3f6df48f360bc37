using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.OptionHasNoEffectAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class OptionHasNoEffectAnalyzerTests
{
    [Theory]
    [InlineData("int")]
    [InlineData("Task<int>")]
    [InlineData("List<int>")]
    [InlineData("Task<IAsyncEnumerable<int>>")]
    public Task ItemTimingWithoutItems_IsReported(string type) => Verify.VerifyAsync(Member(type, "TracePerformance({|LLMA2009:ItemTiming = true|})"));

    [Theory]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("IEnumerable<int>")]
    [InlineData("IAsyncEnumerator<int>")]
    public Task ItemTimingOfItems_IsLeftAlone(string type) => Verify.VerifyAsync(Member(type, "TracePerformance(ItemTiming = true)"));

    [Fact]
    public Task ItemTiming_IsExplained() => Verify.VerifyMessageAsync(
        Member("int", "TracePerformance({|#0:ItemTiming = true|})"),
        "'ItemTiming' is ignored: only the items of a stream or lazy sequence are timed; leave it out, or return one");

    [Fact]
    public Task ResultOfASetter_IsReported() => Verify.VerifyAsync("""
        public partial class Search
        {
            [TracePerformance({|LLMA2009:RecordResult = true|}, {|LLMA2009:FailedWhen = "{result.IsError}"|}, {|LLMA2009:ErrorTypeFrom = "{result.Code}"|})]
            public partial int Limit { set; }
            private void SetLimitCore(int value) { }
        }
        """);

    [Fact]
    public Task ResultOfASetter_IsExplained() => Verify.VerifyMessageAsync("""
        public partial class Search
        {
            [TracePerformance({|#0:RecordResult = true|})] public partial int Limit { set; }
            private void SetLimitCore(int value) { }
            [TracePerformance(RecordResult = true)] public partial int Size { get; set; }
            private int GetSizeCore() => 1;
            private void SetSizeCore(int value) { }
        }
        """,
        "'RecordResult' is ignored: a setter has no result; leave it out");

    [Fact]
    public Task TranslationOfWhatIsExpected_IsExplained() => Verify.VerifyMessageAsync(
        Member("int", "ErrorContext(Expected = [typeof(Exception)], {|#0:TranslateTo = typeof(InvalidOperationException)|})"),
        "'TranslateTo' is ignored: Expected has System.Exception, so every exception passes unchanged; leave one of them out");

    [Fact]
    public Task NameThatErrorContextGivesOtherwise_IsExplained() => Verify.VerifyMessageAsync(
        Member("int", "TracePerformance({|#0:\"ranking\"|}, \"rank\"), ErrorContext(\"search\", \"rank\")"),
        "'ranking' is ignored: the component is 'search' by [ErrorContext]; give one name");

    [Fact]
    public Task NameThatThePropertyGivesOtherwise_IsExplained() => Verify.VerifyMessageAsync(
        Member("int", "TracePerformance(operation: {|#0:\"rank\"|}, component: \"search\", Operation = \"sort\")").Replace("operation: {|#0:\"rank\"|}", "{|#0:operation: \"rank\"|}", StringComparison.Ordinal),
        "'rank' is ignored: the operation is 'sort' by the property Operation; give one name");

    [Theory]
    [InlineData("ErrorContext(Operation = \"rank\"), TracePerformance({|LLMA2009:Operation = \"sort\"|}, Component = \"search\")")]
    [InlineData("ErrorContext({|LLMA2009:\"search\"|}, \"rank\", Component = \"find\"), TracePerformance(Component = \"find\")")]
    public Task NameThatIsNotTaken_IsReported(string aspects) => Verify.VerifyAsync(Member("int", aspects));

    [Theory]
    [InlineData("ErrorContext(\"search\", \"rank\"), TracePerformance(\"search\", \"rank\")")]
    [InlineData("ErrorContext, TracePerformance(\"search\", \"rank\")")]
    [InlineData("ErrorContext(Component = \"search\"), TracePerformance(Operation = \"rank\")")]
    [InlineData("ErrorContext(Component = \" \"), TracePerformance(Component = \"search\")")]
    [InlineData("ErrorContext(Expected = [typeof(TimeoutException)], TranslateTo = typeof(InvalidOperationException))")]
    [InlineData("TracePerformance(ItemTiming = false, Level = AspectLevel.Debug, SlowerThanMs = 5)")]
    public Task OptionWithAnEffect_IsLeftAlone(string aspects) => Verify.VerifyAsync(Member("int", aspects));

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync(
        "#pragma warning disable LLMA2009\n" + Member("int", "TracePerformance(ItemTiming = true)"));

    private static string Member(string type, string aspects) => $$"""
        public partial class Search
        {
            [{{aspects}}] public partial {{type}} Rank();
            private {{type}} RankCore() => default!;
        }
        """;
}
