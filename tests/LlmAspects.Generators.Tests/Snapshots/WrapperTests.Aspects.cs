namespace LlmAspects.Generators.Tests.Snapshots;

// Options, tags, retries and members beyond methods.
public partial class WrapperTests
{
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
            [ErrorContext(Expected = [typeof(string), typeof(Hidden)], TranslateTo = typeof(Hidden))]
            [TracePerformance(SpanName = "", Kind = (System.Diagnostics.ActivityKind)9, SlowerThanMs = -1)]
            public partial int Find(string text);
            private int FindCore(string text) => 1;
            private class Hidden : Exception;
        }
        """);

    [Fact]
    public void Value_Translated() => Verify("""
        public partial class Index
        {
            [ErrorContext(TranslateTo = typeof(IndexException)), TracePerformance]
            public partial int Find(string error, CancellationToken first, CancellationToken second);
            private int FindCore(string error, CancellationToken first, CancellationToken second) => 1;
            internal sealed class IndexException(string message, Exception cause) : Exception(message, cause);
        }
        """);

    [Fact]
    public void Value_GenAI() => Verify("""
        public partial class Client
        {
            [TracePerformance(GenAI = GenAIOperation.Embeddings, GenAIProvider = "openai")] public partial float[] Embed(string text);
            private float[] EmbedCore(string text) => [];
        }
        """);

    [Fact]
    public void BelowTheLevel_TheWrapperCallsOn() => Verify("""
        public partial class Index
        {
            [TracePerformance(Level = AspectLevel.Debug, SampleEvery = 16)] public partial ref int Find([Tag] string text);
            private ref int FindCore(string text) => throw null!;
            [TracePerformance(Level = AspectLevel.Trace)] public partial int Count { get; set; }
            private int GetCountCore() => 1;
            private void SetCountCore(int value) { }
            [ErrorContext, TracePerformance(Operation = "store", Level = AspectLevel.Debug, SpanName = "span")] public partial Task SaveAsync([Tag] string text);
            private Task SaveCoreAsync(string text) => Task.CompletedTask;
        }
        """, "[assembly: LlmAspects.LlmAspectsLevel(LlmAspects.AspectLevel.Information)]");

    [Fact]
    public void Value_Judged() => Verify("""
        public sealed record Answer(bool IsError, Failure? Error);
        public sealed record Failure(int Code, bool? IsFatal);
        public partial class Client
        {
            [TracePerformance(FailedWhen = "{result.Error.IsFatal}", ErrorTypeFrom = "{result.Error.Code}")] public partial Answer Ask(string question);
            private Answer AskCore(string question) => new(false, null);
        }
        """);

    [Fact]
    public void Value_Linked() => Verify("""
        public partial class Worker
        {
            [TracePerformance(LinksFrom = nameof(@event))] public partial int Handle(List<System.Diagnostics.ActivityContext>? @event);
            private int HandleCore(List<System.Diagnostics.ActivityContext>? @event) => 1;
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
    public void Sequence_Tagged() => Verify("""
        public partial class Lexer
        {
            [ErrorContext, TracePerformance, Tag("lexer.word", "{last.Length}")]
            public partial IEnumerable<string>? Split([Tag("lexer.text")] string text, CancellationToken token);

            private IEnumerable<string>? SplitCore(string text, CancellationToken token) => text.Split(' ');
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
    public void Stream_Retried() => Verify("""
        public static partial class Client
        {
            [RetryWithBackoff] public static partial IAsyncEnumerable<T?>? ReadAsync<T>(T token, CancellationToken first = default, CancellationToken second = default) where T : class;

            private static IAsyncEnumerable<T?>? ReadCoreAsync<T>(T token, CancellationToken first, CancellationToken second) where T : class => null;
        }
        """);
}
