using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace LlmAspects.Errors;

/// <summary>Hands errors to whoever reads them as they occur. A slow reader loses its oldest ones and never holds up a failing call.</summary>
internal sealed class ErrorSubscriptions
{
    private ImmutableArray<Channel<ErrorEntry>> _channels = [];
    private long _dropped;

    internal long Dropped => Interlocked.Read(ref _dropped);

    internal void Publish(ErrorEntry entry)
    {
        foreach (var channel in _channels)
        {
            channel.Writer.TryWrite(entry);
        }
    }

    internal async IAsyncEnumerable<ErrorRecord> ReadAllAsync(int capacity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        var channel = Channel.CreateBounded<ErrorEntry>(options, _ => Interlocked.Increment(ref _dropped));
        ImmutableInterlocked.Update(ref _channels, static (channels, added) => channels.Add(added), channel);
        try
        {
            await foreach (var entry in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return entry.Record;
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref _channels, static (channels, removed) => channels.Remove(removed), channel);
        }
    }
}
