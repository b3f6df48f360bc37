using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.TraceOptionIsUnusableAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class TraceOptionIsUnusableAnalyzerTests
{
    [Fact]
    public Task SamplingThatOtherOptionsExclude_IsReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [TracePerformance({|LLMA2020:SampleEvery = 1|})] public partial int Ask();
            private int AskCore() => 1;
            [TracePerformance({|LLMA2020:SampleEvery = 16|}, SlowerThanMs = 5)] public partial int Tell();
            private int TellCore() => 1;
            [TracePerformance({|LLMA2020:SampleEvery = 16|}, FailedOnly = true)] public partial int Say();
            private int SayCore() => 1;
            [TracePerformance(SampleEvery = 16)] public partial int Count();
            private int CountCore() => 1;
        }
        """);

    [Fact]
    public Task FailedOnlyBesideSlowerThan_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [TracePerformance(SlowerThanMs = 5, {|#0:FailedOnly = true|})] public partial int Ask();
            private int AskCore() => 1;
        }
        """,
        "'FailedOnly' is ignored: SlowerThanMs keeps the failed calls already, and the slow ones too; leave one of them out");

    [Fact]
    public Task ValuesOutOfRange_AreReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [TracePerformance({|LLMA2020:SpanName = ""|})] public partial int Ask();
            private int AskCore() => 1;
            [ErrorContext, TracePerformance("router", "tell", {|LLMA2020:SlowerThanMs = -1|}, {|LLMA2020:Kind = (System.Diagnostics.ActivityKind)5|})]
            public partial void Tell();
            private void TellCore() { }
        }
        """);

    [Fact]
    public Task GenAIOptionsThatSayNothing_AreReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [TracePerformance({|LLMA2020:GenAI = (GenAIOperation)99|})] public partial int Ask();
            private int AskCore() => 1;
            [TracePerformance({|LLMA2020:GenAIProvider = "openai"|})] public partial int Tell();
            private int TellCore() => 1;
            [TracePerformance(GenAI = GenAIOperation.Chat, {|LLMA2020:GenAIProvider = ""|})] public partial int Say();
            private int SayCore() => 1;
        }
        """);

    [Fact]
    public Task LevelsThatNoMethodHas_AreReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [TracePerformance({|LLMA2020:Level = AspectLevel.None|})] public partial int Ask();
            private int AskCore() => 1;
            [TracePerformance({|LLMA2020:Level = (AspectLevel)(-1)|})] public partial int Tell();
            private int TellCore() => 1;
            [TracePerformance(Level = AspectLevel.Trace)] public partial int Say();
            private int SayCore() => 1;
        }
        """);

    [Fact]
    public Task UsableValues_AreLeftAlone() => Verify.VerifyAsync("""
        public partial class Router
        {
            [TracePerformance(SpanName = "chat", Kind = System.Diagnostics.ActivityKind.Consumer, NewRoot = true, SlowerThanMs = 1, GenAI = GenAIOperation.CreateAgent, GenAIProvider = "openai")]
            public partial int Ask();
            private int AskCore() => 1;
            [TracePerformance(SlowerThanMs = 0, FailedOnly = true)] public partial void Tell();
            private void TellCore() { }
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Router
        {
        #pragma warning disable LLMA2020
            [TracePerformance(SpanName = "")] public partial int Ask();
        #pragma warning restore LLMA2020
            private int AskCore() => 1;
        }
        """);
}
