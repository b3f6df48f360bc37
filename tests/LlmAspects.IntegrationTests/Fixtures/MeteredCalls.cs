namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Calls with tags on metrics, in every position, beside tags that are on spans only.</summary>
internal sealed partial class MeteredCalls
{
    public static IReadOnlyList<string> Shapes => [nameof(Value), nameof(TaskAsync), nameof(ValueTaskAsync), nameof(StreamAsync)];

    public DayOfWeek Day { get; private set; } = DayOfWeek.Friday;

    [ErrorContext, TracePerformance]
    [Tag("day", "{this.Day}", Metric = true), Tag("first", "{value.IsFirst}", Metric = true), Tag("broken", "{value.IsBroken}", Metric = true)]
    [Tag("text", "{value.Text}"), Tag("known", "{result.IsFirst}", Metric = true), Tag("result.broken", "{result.IsBroken}", Metric = true), Tag("length", "{result.Text}")]
    public partial TaggedValue Value(TaggedValue value, Func<Task<TaggedValue>> body);

    [ErrorContext, TracePerformance]
    [Tag("day", "{this.Day}", Metric = true), Tag("first", "{value.IsFirst}", Metric = true), Tag("broken", "{value.IsBroken}", Metric = true)]
    [Tag("text", "{value.Text}"), Tag("known", "{result.IsFirst}", Metric = true), Tag("result.broken", "{result.IsBroken}", Metric = true), Tag("length", "{result.Text}")]
    public partial Task<TaggedValue> TaskAsync(TaggedValue value, Func<Task<TaggedValue>> body);

    [ErrorContext, TracePerformance]
    [Tag("day", "{this.Day}", Metric = true), Tag("first", "{value.IsFirst}", Metric = true), Tag("broken", "{value.IsBroken}", Metric = true)]
    [Tag("text", "{value.Text}"), Tag("known", "{result.IsFirst}", Metric = true), Tag("result.broken", "{result.IsBroken}", Metric = true), Tag("length", "{result.Text}")]
    public partial ValueTask<TaggedValue> ValueTaskAsync(TaggedValue value, Func<Task<TaggedValue>> body);

    [ErrorContext, TracePerformance]
    [Tag("day", "{this.Day}", Metric = true), Tag("first", "{value.IsFirst}", Metric = true), Tag("broken", "{value.IsBroken}", Metric = true)]
    [Tag("text", "{value.Text}"), Tag("known", "{last.IsFirst}", Metric = true), Tag("result.broken", "{last.IsBroken}", Metric = true), Tag("length", "{last.Text}")]
    public partial IAsyncEnumerable<TaggedValue> StreamAsync(TaggedValue value, Func<Task<TaggedValue>> body);

    /// <summary>Tags that are on no metric.</summary>
    [ErrorContext, TracePerformance, Tag("day", "{this.Day}"), Tag("first", "{value.IsFirst}"), Tag("known", "{result.IsFirst}")]
    public partial TaggedValue Unmetered(TaggedValue value, Func<Task<TaggedValue>> body);

    /// <summary>A tag on the metric of errors alone.</summary>
    [ErrorContext, Tag("first", "{value.IsFirst}", Metric = true)]
    public partial Task UntimedAsync(TaggedValue value, Func<Task<TaggedValue>> body);

    /// <summary>Makes a call of a shape.</summary>
    public async Task CallAsync(string shape, TaggedValue value, Func<Task<TaggedValue>> body)
    {
        switch (shape)
        {
            case nameof(Value):
                Value(value, body);
                break;
            case nameof(TaskAsync):
                await TaskAsync(value, body);
                break;
            case nameof(ValueTaskAsync):
                await ValueTaskAsync(value, body);
                break;
            default:
                await StreamAsync(value, body).SingleAsync();
                break;
        }
    }

    private TaggedValue ValueCore(TaggedValue value, Func<Task<TaggedValue>> body) => TaskCoreAsync(value, body).GetAwaiter().GetResult();

    private TaggedValue UnmeteredCore(TaggedValue value, Func<Task<TaggedValue>> body) => ValueCore(value, body);

    private async Task UntimedCoreAsync(TaggedValue value, Func<Task<TaggedValue>> body) => await TaskCoreAsync(value, body);

    private Task<TaggedValue> TaskCoreAsync(TaggedValue value, Func<Task<TaggedValue>> body)
    {
        // Seen by metric tags, which are read at the end.
        Day = value.IsFirst ? DayOfWeek.Monday : DayOfWeek.Sunday;
        return body();
    }

    private ValueTask<TaggedValue> ValueTaskCoreAsync(TaggedValue value, Func<Task<TaggedValue>> body) => new(TaskCoreAsync(value, body));

    private async IAsyncEnumerable<TaggedValue> StreamCoreAsync(TaggedValue value, Func<Task<TaggedValue>> body)
    {
        yield return await TaskCoreAsync(value, body);
    }
}
