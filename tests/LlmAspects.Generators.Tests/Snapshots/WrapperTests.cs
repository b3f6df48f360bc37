using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Snapshots;

public partial class WrapperTests
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

    private static void Verify(string members, string secondFile = "", [System.Runtime.CompilerServices.CallerMemberName] string testName = "")
    {
        var run = GeneratorRunner.Run($"""
            [assembly: LlmAspects.LlmAspectsSource("Contoso.Rag")]
            """, secondFile, $"""
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
