using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.LinksParameterIsUnusableAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class LinksParameterIsUnusableAnalyzerTests
{
    [Fact]
    public Task ParameterOfAnotherType_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial class Worker
        {
            [TracePerformance({|#0:LinksFrom = nameof(trace)|})] public partial int Handle(string trace);
            private int HandleCore(string trace) => 1;
        }
        """,
        "The span gets no links: 'trace' is of type 'string'; take Activity, ActivityContext, ActivityLink or a sequence of one of them");

    [Fact]
    public Task ParametersThatGiveNoLinks_AreReported() => Verify.VerifyAsync("""
        using System.Diagnostics;
        public abstract class Both : List<ActivityContext>, IEnumerable<ActivityLink>
        {
            IEnumerator<ActivityLink> IEnumerable<ActivityLink>.GetEnumerator() => null!;
        }
        public partial class Worker
        {
            [TracePerformance({|LLMA2027:LinksFrom = "missing"|})] public partial int Ask(ActivityContext sender);
            private int AskCore(ActivityContext sender) => 1;
            [TracePerformance({|LLMA2027:LinksFrom = nameof(sender)|})] public partial int Tell(out ActivityContext sender);
            private int TellCore(out ActivityContext sender) => throw null!;
            [TracePerformance({|LLMA2027:LinksFrom = nameof(senders)|})] public partial int Say(Both senders);
            private int SayCore(Both senders) => 1;
            [TracePerformance({|LLMA2027:LinksFrom = nameof(sender)|})] public partial IAsyncEnumerable<int> Stream(Activity sender);
            private IAsyncEnumerable<int> StreamCore(Activity sender) => null!;
            [TracePerformance({|LLMA2027:LinksFrom = nameof(sender)|})] public partial IEnumerable<int> Pull(Activity sender);
            private IEnumerable<int> PullCore(Activity sender) => [];
            [TracePerformance({|LLMA2027:LinksFrom = nameof(index)|})] public partial int this[int index] { get; }
            private int GetItemCore(int index) => 1;
        }
        """);

    [Fact]
    public Task ParametersThatGiveLinks_AreLeftAlone() => Verify.VerifyAsync("""
        using System.Diagnostics;
        public sealed class Derived() : Activity("derived");
        public partial class Worker
        {
            [TracePerformance(LinksFrom = nameof(sender))] public partial int Ask(in ActivityContext sender);
            private int AskCore(in ActivityContext sender) => 1;
            [TracePerformance(LinksFrom = nameof(sender))] public partial int Tell(ActivityLink? sender);
            private int TellCore(ActivityLink? sender) => 1;
            [TracePerformance(LinksFrom = nameof(senders))] public partial Task Say(IReadOnlyList<Derived> senders);
            private Task SayCore(IReadOnlyList<Derived> senders) => Task.CompletedTask;
            [TracePerformance(LinksFrom = nameof(senders))] public partial int this[ActivityContext[] senders] { get; }
            private int GetItemCore(ActivityContext[] senders) => 1;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Worker
        {
        #pragma warning disable LLMA2027
            [TracePerformance(LinksFrom = "missing")] public partial int Ask();
        #pragma warning restore LLMA2027
            private int AskCore() => 1;
        }
        """);
}
