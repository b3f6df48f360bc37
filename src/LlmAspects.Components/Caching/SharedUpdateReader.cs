namespace LlmAspects.Components.Caching;

/// <summary>One caller's way through a shared stream. Not thread-safe; to be disposed, because the writer may wait for it.</summary>
internal sealed class SharedUpdateReader(UpdateBuffer buffer) : IDisposable
{
    /// <summary>How many updates it has read.</summary>
    public int Position { get; set; }

    /// <summary>The next update; <see langword="null"/> at the end.</summary>
    public async ValueTask<StreamedUpdate?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            StreamedUpdate? update = buffer.Read(this, out Task? more);
            if (update is not null || more is null)
            {
                return update;
            }

            await more.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => buffer.Close(this);
}
