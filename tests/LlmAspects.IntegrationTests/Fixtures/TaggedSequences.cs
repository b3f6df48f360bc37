using System.Collections;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>A tagged method of each shape that is pulled.</summary>
internal sealed partial class TaggedSequences
{
    public static TheoryData<string> Shapes =>
        [nameof(Sequence), nameof(Enumerate), nameof(Objects), nameof(EnumerateObjects), nameof(StreamAsync), nameof(EnumerateAsync)];

    public DayOfWeek Day { get; } = DayOfWeek.Friday;

    public List<TaggedValue> Delivered { get; } = [];

    [ErrorContext, TracePerformance, Tag("day", "{this.Day}"), Tag("last", "{last.Text}"), Tag("read", "{last.Read}"), Tag("broken", "{last.Broken}")]
    public partial IEnumerable<TaggedValue> Sequence([Tag] int count, Exception? error = null, CancellationToken cancellationToken = default);

    [ErrorContext, TracePerformance, Tag("day", "{this.Day}"), Tag("last", "{last.Text}"), Tag("read", "{last.Read}"), Tag("broken", "{last.Broken}")]
    public partial IEnumerator<TaggedValue> Enumerate([Tag] int count, Exception? error);

    [ErrorContext, TracePerformance, Tag("day", "{this.Day}"), Tag("last", "{last}")]
    public partial IEnumerable Objects([Tag] int count, Exception? error);

    [ErrorContext, TracePerformance, Tag("day", "{this.Day}"), Tag("last", "{last}")]
    public partial IEnumerator EnumerateObjects([Tag] int count, Exception? error);

    [ErrorContext, TracePerformance, Tag("day", "{this.Day}"), Tag("last", "{last.Text}"), Tag("read", "{last.Read}"), Tag("broken", "{last.Broken}")]
    public partial IAsyncEnumerable<TaggedValue> StreamAsync([Tag] int count, Exception? error);

    [ErrorContext, TracePerformance, Tag("day", "{this.Day}"), Tag("last", "{last.Text}"), Tag("read", "{last.Read}"), Tag("broken", "{last.Broken}")]
    public partial IAsyncEnumerator<TaggedValue> EnumerateAsync([Tag] int count, Exception? error, CancellationToken first, CancellationToken second);

    /// <summary>Hands out what it is given.</summary>
    [ErrorContext, TracePerformance, Tag("last", "{last}")]
    public partial IEnumerator<T>? Pass<T>(IEnumerator<T>? items);

    /// <summary>Hands out what it is given.</summary>
    [ErrorContext, TracePerformance, Tag("read", "{item.Read}"), Tag("last", "{last}")]
    public partial IEnumerable<T>? PassAll<T>(IEnumerable<T>? items, TaggedValue item);

    /// <summary>Reads a sequence of a shape to its end.</summary>
    public async Task ReadAsync(string shape, int count, Exception? error = null)
    {
        switch (shape)
        {
            case nameof(Sequence):
                Read(Sequence(count, error).GetEnumerator());
                break;
            case nameof(Enumerate):
                Read(Enumerate(count, error));
                break;
            case nameof(Objects):
                Read(Objects(count, error).GetEnumerator());
                break;
            case nameof(EnumerateObjects):
                Read(EnumerateObjects(count, error));
                break;
            case nameof(StreamAsync):
                await ReadAsync(StreamAsync(count, error).GetAsyncEnumerator());
                break;
            default:
                await ReadAsync(EnumerateAsync(count, error, CancellationToken.None, CancellationToken.None));
                break;
        }
    }

    private static void Read(IEnumerator items)
    {
        using var disposable = items as IDisposable;
        while (items.MoveNext())
        {
        }
    }

    private static async Task ReadAsync(IAsyncEnumerator<TaggedValue> items)
    {
        await using var disposable = items;
        while (await items.MoveNextAsync())
        {
        }
    }

    private IEnumerable<TaggedValue> SequenceCore(int count, Exception? error, CancellationToken cancellationToken)
    {
        for (var index = 1; index <= count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Delivered.Add(new TaggedValue { Text = "item " + index });
            yield return Delivered[^1];
        }

        if (error is not null)
        {
            throw error;
        }
    }

    private IEnumerator<TaggedValue> EnumerateCore(int count, Exception? error) => SequenceCore(count, error, CancellationToken.None).GetEnumerator();

    private IEnumerable ObjectsCore(int count, Exception? error) => SequenceCore(count, error, CancellationToken.None).Select(static value => value.Text);

    private IEnumerator EnumerateObjectsCore(int count, Exception? error) => ObjectsCore(count, error).GetEnumerator();

    private async IAsyncEnumerable<TaggedValue> StreamCoreAsync(int count, Exception? error)
    {
        foreach (var value in SequenceCore(count, error, CancellationToken.None))
        {
            await Task.Yield();
            yield return value;
        }
    }

    private IAsyncEnumerator<TaggedValue> EnumerateCoreAsync(int count, Exception? error, CancellationToken first, CancellationToken second) =>
        StreamCoreAsync(count, error).GetAsyncEnumerator(second.CanBeCanceled ? second : first);

    private IEnumerator<T>? PassCore<T>(IEnumerator<T>? items) => Delivered.Count == 0 ? items : throw new NotSupportedException();

    private IEnumerable<T>? PassAllCore<T>(IEnumerable<T>? items, TaggedValue item) => Delivered.Contains(item) ? throw new NotSupportedException() : items;
}
