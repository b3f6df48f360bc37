using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Snapshots;

public class WrapperTests
{
    [Fact]
    public void Value_BothAspects() => Verify("""
        [LlmComponent("llm_router")]
        public sealed partial class LlmRouter
        {
            /// <summary>Selects the model for a request.</summary>
            [ErrorContext, TracePerformance]
            public partial string? SelectModel(string request, CancellationToken cancellationToken = default);

            private string? SelectModelCore(string request, CancellationToken cancellationToken) => request;
        }
        """);

    [Fact]
    public void Options_AreHandedToTheOperation() => Verify("""
        public partial class Index
        {
            [ErrorContext(Expected = [typeof(FormatException), typeof(Missing<int>)])]
            [TracePerformance(SpanName = "index \"find\"", Kind = System.Diagnostics.ActivityKind.Client, NewRoot = true, SlowerThanMs = 1500)]
            public partial int Find(string text);
            private int FindCore(string text) => 1;
            internal class Missing<T> : Exception;
        }
        """);

    [Fact]
    public void OptionsThatCannotBeUsed_AreLeftOut() => Verify("""
        public partial class Index
        {
            [ErrorContext(Expected = [typeof(string), typeof(Hidden)])]
            [TracePerformance(SpanName = "", Kind = (System.Diagnostics.ActivityKind)9, SlowerThanMs = -1)]
            public partial int Find(string text);
            private int FindCore(string text) => 1;
            private class Hidden : Exception;
        }
        """);

    [Fact]
    public void Property_BothAspects() => Verify("""
        public readonly partial struct Shelf
        {
            [ErrorContext, TracePerformance] public readonly partial string? Label { get; private set; }
            private readonly string? GetLabelCore() => null;
            private readonly void SetLabelCore(string? value) { }
        }
        """);

    [Fact]
    public void Indexer_ErrorContextAlone() => Verify("""
        public partial class Shelf
        {
            [ErrorContext(Operation = "book")] public partial ref int this[in int row, string title] { get; }
            private ref int GetItemCore(in int row, string title) => throw null!;
        }
        """);

    [Fact]
    public void TaskOfT_Tagged() => Verify("""
        public sealed record Usage(int Tokens);
        public sealed record Answer(string Text, Usage? Usage);
        public partial class Client<TKey> where TKey : notnull
        {
            public TKey? Key { get; init; }

            [ErrorContext, TracePerformance]
            [Tag("llm.tokens", "{result.Usage.Tokens}")]
            [Tag("llm.key", "{this.Key}", Metric = true)]
            public partial Task<Answer> AskAsync<T>([Tag] string question, [Tag("llm.secret"), Redact] string key, T state, CancellationToken token) where T : struct;

            private Task<Answer> AskCoreAsync<T>(string question, string key, T state, CancellationToken token) where T : struct => Task.FromResult(new Answer(question, null));
        }
        """);

    [Fact]
    public void Value_Tagged() => Verify("""
        public readonly ref partial struct Reader
        {
            public int Position { get; init; }

            [ErrorContext]
            [Tag("reader.position", "{this.Position}")]
            public partial int Read([Tag] ReadOnlySpan<char> text);

            private int ReadCore(ReadOnlySpan<char> text) => text.Length;
        }
        """);

    [Fact]
    public void Value_Sampled() => Verify("""
        public static partial class Tokens
        {
            [TracePerformance(SampleEvery = 16)] public static partial int Count(string text);
            private static int CountCore(string text) => text.Length;
        }
        """);

    [Fact]
    public void Task_Retried() => Verify("""
        public partial class Client(TimeProvider clock)
        {
            private readonly TimeProvider _clock = clock;

            [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 4, Factor = 1.5, Handle = [typeof(TimeoutException)], TimeProvider = nameof(_clock))]
            public partial Task<string?> AskAsync(string question, in int state, CancellationToken token);

            private Task<string?> AskCoreAsync(string question, in int state, CancellationToken token) => Task.FromResult<string?>(question);
        }
        """);

    [Fact]
    public void Void_ErrorContextAlone() => Verify("""
        public partial class Index
        {
            [ErrorContext] public partial void Clear();
            private void ClearCore() { }
        }
        """);

    [Fact]
    public void Value_ErrorContextAlone() => Verify("""
        public static partial class Tokens
        {
            [ErrorContext("tokens", "count")] internal static partial int Count(ReadOnlySpan<char> text, CancellationToken first, CancellationToken second);
            private static int CountCore(ReadOnlySpan<char> text, CancellationToken first, CancellationToken second) => text.Length;
        }
        """);

    [Fact]
    public void Task_TracePerformanceAlone() => Verify("""
        public partial class Index
        {
            [TracePerformance] public virtual partial Task SaveAsync();
            private Task SaveCoreAsync() => Task.CompletedTask;
        }
        """);

    [Fact]
    public void TaskOfT_ErrorContextAlone() => Verify("""
        public partial class Index
        {
            [ErrorContext] public partial Task<string>? LoadAsync(string path, CancellationToken cancellationToken);
            private async Task<string>? LoadCoreAsync(string path, CancellationToken cancellationToken) => path;
        }
        """);

    [Fact]
    public void ValueTaskOfT_BothAspectsAndSeveralTokens() => Verify("""
        public partial class Cache
        {
            [ErrorContext, TracePerformance]
            public partial ValueTask<(int Hits, string? Value)> GetAsync(CancellationToken caller, string key, CancellationToken host, CancellationToken timeout);
            private ValueTask<(int Hits, string? Value)> GetCoreAsync(CancellationToken caller, string key, CancellationToken host, CancellationToken timeout) => default;
        }
        """);

    [Fact]
    public void Stream_BothAspects() => Verify("""
        public partial class Chat
        {
            [ErrorContext, TracePerformance]
            public partial IAsyncEnumerable<string> StreamAsync(string question, CancellationToken cancellationToken = default);
            private async IAsyncEnumerable<string> StreamCoreAsync(string question, [EnumeratorCancellation] CancellationToken cancellationToken)
            {
                await Task.Yield();
                yield return question;
            }
        }
        """);

    [Fact]
    public void Sequence_BothAspectsAndItemTiming() => Verify("""
        public partial class Splitter
        {
            [ErrorContext, TracePerformance(ItemTiming = true)]
            public partial IEnumerable<string>? Split(string text, CancellationToken cancellationToken = default);
            private IEnumerable<string>? SplitCore(string text, CancellationToken cancellationToken)
            {
                yield return text;
            }
        }
        """);

    [Fact]
    public void RefReadOnly_BothAspects() => Verify("""
        public readonly partial struct Scores
        {
            private static readonly string?[] Names = [null];
            [ErrorContext, TracePerformance] public readonly partial ref readonly string? Name(in int index);
            private readonly ref readonly string? NameCore(in int index) => ref Names[index];
        }
        """);

    [Fact]
    public void GenericMethod_RepeatsItsConstraints() => Verify("""
        public partial class Mapper
        {
            [ErrorContext, TracePerformance]
            public partial TTo? Map<TFrom, TTo>(scoped in TFrom source, out bool found, params ReadOnlySpan<string?> names)
                where TFrom : struct, allows ref struct
                where TTo : class?, IEnumerable<TTo>, new();
            private TTo? MapCore<TFrom, TTo>(scoped in TFrom source, out bool found, params ReadOnlySpan<string?> names)
                where TFrom : struct, allows ref struct
                where TTo : class?, IEnumerable<TTo>, new()
            {
                found = false;
                return default;
            }
        }
        """);

    [Fact]
    public void NestedGenericTypes_AreReopened() => Verify("""
        public partial record Outer<TOuter>
        {
            private partial interface IInner<TInner>
            {
                public partial record struct Innermost
                {
                    [TracePerformance] public partial void Run();
                    private void RunCore() { }
                }
            }
        }
        """);

    [Fact]
    public void LocalNamesThatAreTaken_GetANumber() => Verify("""
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial Task<result> RunAsync<result>(int operation, int activity, int activity1, int started, int error, int @event);
            private Task<result> RunCoreAsync<result>(int operation, int activity, int activity1, int started, int error, int @event) => null!;
        }
        """);

    [Fact]
    public void DynamicAndUnsafe_AreWrittenSoThatTheCallStaysStatic() => Verify("""
        public unsafe partial class Sample
        {
            [ErrorContext] public partial dynamic Run(dynamic value, List<dynamic?> values, int* pointer);
            private dynamic RunCore(dynamic value, List<dynamic?> values, int* pointer) => value;
        }
        """);

    [Fact]
    public void HidingAttributesOfTheUser_AreNotRepeated() => Verify("""
        public partial class Sample
        {
            [ErrorContext, System.Diagnostics.DebuggerStepThrough, System.Diagnostics.StackTraceHidden] public partial void Run();
            private void RunCore() { }

            [ErrorContext, System.Diagnostics.DebuggerStepThrough] public partial void Walk();
            private void WalkCore() { }
        }
        """);

    [Fact]
    public void AssemblyThatShowsItsWrappers_GetsNoHidingAttributes() => Verify("""
        public partial class Sample
        {
            [ErrorContext] public partial void Run();
            private void RunCore() { }
        }
        """, "[assembly: LlmAspects.LlmAspectsShowWrappers]");

    private static void Verify(string members, string assemblyAttribute = "", [System.Runtime.CompilerServices.CallerMemberName] string testName = "")
    {
        var run = GeneratorRunner.Run($"""
            [assembly: LlmAspects.LlmAspectsSource("Contoso.Rag")]
            """, assemblyAttribute, $"""
            using System;
            using System.Collections.Generic;
            using System.Runtime.CompilerServices;
            using System.Threading;
            using System.Threading.Tasks;
            using LlmAspects;

            namespace Contoso.Samples;

            {members}
            """);

        run.Problems.ShouldBeEmpty();
        GeneratorSnapshot.Verify(run, testName: testName);
    }
}
