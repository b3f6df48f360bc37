namespace LlmAspects.Generators.Tests.Debugging;

public class SteppingTests
{
    // One method of each kind of code that the generator writes: wrappers, accessors, layers, local functions, lambdas, tags, iterators, holders.
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using LlmAspects;
        {0}
        namespace Stepped;

        public class BotException(string message, Exception inner) : Exception(message, inner);

        public struct Audit
        {
            public void OnEnter(string text) { }
            public void OnExit() { }
        }

        public struct Budgeted
        {
            public ValueTask OnEnter() => default;
            public void OnError(Exception error) { }
        }

        public sealed partial class Bot
        {
            [ErrorContext, TracePerformance] public partial string Name { get; set; }
            [ErrorContext(TranslateTo = typeof(BotException)), TracePerformance, Tag("length", "{result.Length}")] public partial string Upper([Tag] string text);
            [ErrorContext, TracePerformance, RetryWithBackoff] public partial string Repeat(string text);
            [ErrorContext, RetryWithBackoff] public partial Task<string> RepeatAsync(string text);
            [ErrorContext, RetryWithBackoff] public partial IAsyncEnumerable<string> RepeatWords(string text);
            [ErrorContext, System.Diagnostics.DebuggerStepThrough] public partial Duty<string> DutyAsync(string text);
            [ErrorContext, Aspect<Audit>, Aspect<Budgeted>] public partial Task<string> AskAsync(string text);
            [ErrorContext, Aspect<Audit>] public partial IAsyncEnumerable<string> Words(string text);
            [Aspect<Audit>] public partial int Count(string text);

            private string GetNameCore() => "";
            private void SetNameCore(string value) { }
            private string UpperCore(string text) => text;
            private string RepeatCore(string text) => text;
            private Task<string> RepeatCoreAsync(string text) => Task.FromResult(text);
            private IAsyncEnumerable<string> RepeatWordsCore(string text) => null!;
            private Duty<string> DutyCoreAsync(string text) => default;
            private Task<string> AskCoreAsync(string text) => Task.FromResult(text);
            private IAsyncEnumerable<string> WordsCore(string text) => null!;
            private int CountCore(string text) => 0;
        }
        """;

    [Fact]
    public void GeneratedMethod_OfEveryKind_IsSteppedThrough()
    {
        var methods = GeneratedMethods.Of(Source.Replace("{0}", "", StringComparison.Ordinal));

        methods.Count.ShouldBeGreaterThan(25);
        methods.Where(static method => !method.Value).Select(static method => method.Key).ShouldBeEmpty();
    }

    [Fact]
    public void GeneratedMethod_WrappersAreShown_IsOrdinaryCode()
    {
        var methods = GeneratedMethods.Of(Source.Replace("{0}", "[assembly: LlmAspectsShowWrappers]", StringComparison.Ordinal));

        // The one method whose author asked for it.
        methods.Where(static method => method.Value).ShouldHaveSingleItem().Key.ShouldStartWith("Bot.DutyAsync ");
    }
}
