using System.Runtime.CompilerServices;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Calls whose tags count how often they are read, beside getters that throw, in every position a tag can have.</summary>
internal sealed partial class WatchedCalls
{
    public static IReadOnlyList<string> Shapes => [nameof(Value), nameof(TaskAsync), nameof(ValueTaskAsync), nameof(StreamAsync)];

    public TaggedValue Own { get; } = new();

    public int Entered { get; private set; }

    [ErrorContext(Expected = [typeof(FormatException)]), TracePerformance]
    [Tag("argument", "{value.Read}"), Tag("own", "{this.Own.Read}"), Tag("result", "{result.Read}")]
    [Tag("argument.broken", "{value.Broken}"), Tag("own.broken", "{this.Own.Broken}"), Tag("result.broken", "{result.Broken}")]
    public partial TaggedValue Value(TaggedValue value, Func<Task<TaggedValue>> body, CancellationToken cancellationToken);

    [ErrorContext(Expected = [typeof(FormatException)]), TracePerformance]
    [Tag("argument", "{value.Read}"), Tag("own", "{this.Own.Read}"), Tag("result", "{result.Read}")]
    [Tag("argument.broken", "{value.Broken}"), Tag("own.broken", "{this.Own.Broken}"), Tag("result.broken", "{result.Broken}")]
    public partial Task<TaggedValue> TaskAsync(TaggedValue value, Func<Task<TaggedValue>> body, CancellationToken cancellationToken);

    [ErrorContext(Expected = [typeof(FormatException)]), TracePerformance]
    [Tag("argument", "{value.Read}"), Tag("own", "{this.Own.Read}"), Tag("result", "{result.Read}")]
    [Tag("argument.broken", "{value.Broken}"), Tag("own.broken", "{this.Own.Broken}"), Tag("result.broken", "{result.Broken}")]
    public partial ValueTask<TaggedValue> ValueTaskAsync(TaggedValue value, Func<Task<TaggedValue>> body, CancellationToken cancellationToken);

    [ErrorContext(Expected = [typeof(FormatException)]), TracePerformance]
    [Tag("argument", "{value.Read}"), Tag("own", "{this.Own.Read}"), Tag("result", "{last.Read}")]
    [Tag("argument.broken", "{value.Broken}"), Tag("own.broken", "{this.Own.Broken}"), Tag("result.broken", "{last.Broken}")]
    public partial IAsyncEnumerable<TaggedValue> StreamAsync(TaggedValue value, Func<Task<TaggedValue>> body, CancellationToken cancellationToken);

    /// <summary>Makes a call of a shape.</summary>
    public async Task<TaggedValue> CallAsync(string shape, TaggedValue value, Func<Task<TaggedValue>> body, CancellationToken cancellationToken = default) => shape switch
    {
        nameof(Value) => Value(value, body, cancellationToken),
        nameof(TaskAsync) => await TaskAsync(value, body, cancellationToken),
        nameof(ValueTaskAsync) => await ValueTaskAsync(value, body, cancellationToken),
        _ => await StreamAsync(value, body, cancellationToken).SingleAsync(cancellationToken),
    };

    private TaggedValue ValueCore(TaggedValue value, Func<Task<TaggedValue>> body, CancellationToken cancellationToken) =>
        ValueTaskCoreAsync(value, body, cancellationToken).AsTask().GetAwaiter().GetResult();

    private Task<TaggedValue> TaskCoreAsync(TaggedValue value, Func<Task<TaggedValue>> body, CancellationToken cancellationToken) => Enter(body)();

    private ValueTask<TaggedValue> ValueTaskCoreAsync(TaggedValue value, Func<Task<TaggedValue>> body, CancellationToken cancellationToken) => new(Enter(body)());

    private async IAsyncEnumerable<TaggedValue> StreamCoreAsync(
        TaggedValue value, Func<Task<TaggedValue>> body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await Enter(body)();
    }

    private Func<Task<TaggedValue>> Enter(Func<Task<TaggedValue>> body)
    {
        Entered++;
        return body;
    }
}
