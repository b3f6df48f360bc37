namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>What the tagged calls take and give.</summary>
internal sealed class TaggedValue
{
    public string? Text { get; init; }

    public TaggedValue? Inner { get; init; }

    [Redact] public string Secret { get; } = "hunter2";

    public int Broken => throw new InvalidOperationException(Text);

    public bool IsFirst { get; init; }

    public bool IsBroken => throw new InvalidOperationException(Text);

    public int Reads { get; private set; }

    public int Read => ++Reads;

    /// <summary>The end of a call that gives this value or fails.</summary>
    public async Task<TaggedValue> EndAsync(bool isPending, Exception? error = null)
    {
        if (isPending)
        {
            await Task.Yield();
        }

        return error is null ? this : throw error;
    }
}

internal sealed partial class TaggedCalls
{
    public DayOfWeek Day { get; } = DayOfWeek.Friday;

    public int Entered { get; private set; }

    [ErrorContext, TracePerformance]
    [Tag("inner", "{value.Inner.Text}"), Tag("secret", "{value.Secret}"), Tag("broken", "{value.Broken}"), Tag("read", "{value.Read}"), Tag("day", "{this.Day}"), Tag("length", "{result}")]
    public partial int Compute(TaggedValue? value, [Tag] string? firstName, Func<int> body);

    [ErrorContext, TracePerformance, Tag("attempt", "{attempt}"), Tag("text", "{result.Text}")]
    public partial Task<TaggedValue> ComputeAsync(int attempt, Func<Task<TaggedValue>> body, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance, Tag("attempt", "{attempt}"), Tag("text", "{result.Text}")]
    public partial ValueTask<TaggedValue> ComputeValueAsync(int attempt, Func<Task<TaggedValue>> body, CancellationToken cancellationToken);

    [ErrorContext, Tag("attempt", "{attempt}")]
    public partial Task RunAsync(int attempt, Func<Task> body);

    [ErrorContext, TracePerformance, Tag("last", "{last.Text}")]
    public partial IAsyncEnumerable<TaggedValue> StreamAsync([Tag] int count);

    [ErrorContext, TracePerformance]
    public static partial int Measure([Tag] ReadOnlySpan<char> text);

    [TracePerformance]
    public partial T Echo<T>([Tag] T value)
        where T : notnull;

    private int ComputeCore(TaggedValue? value, string? firstName, Func<int> body) => Enter(body)();

    private Task<TaggedValue> ComputeCoreAsync(int attempt, Func<Task<TaggedValue>> body, CancellationToken cancellationToken) => Enter(body)();

    private async ValueTask<TaggedValue> ComputeValueCoreAsync(int attempt, Func<Task<TaggedValue>> body, CancellationToken cancellationToken) => await Enter(body)();

    private Task RunCoreAsync(int attempt, Func<Task> body) => Enter(body)();

    private async IAsyncEnumerable<TaggedValue> StreamCoreAsync(int count)
    {
        for (var index = 1; index <= Enter(count); index++)
        {
            await Task.Yield();
            yield return new TaggedValue { Text = "item " + index };
        }
    }

    private static int MeasureCore(ReadOnlySpan<char> text) => text.Length;

    private T EchoCore<T>(T value)
        where T : notnull => Enter(value);

    private TBody Enter<TBody>(TBody body)
    {
        Entered++;
        return body;
    }
}
