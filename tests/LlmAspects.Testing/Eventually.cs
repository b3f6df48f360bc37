namespace LlmAspects.Testing;

/// <summary>Asks again and again until there is an answer or patience ends.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The first answer that is not null.</summary>
    /// <param name="what">What is waited for, for the message of the failure.</param>
    /// <param name="probe">Asks once; null, or no connection, means not yet.</param>
    /// <param name="evidence">What the failure shows.</param>
    public static async Task<T> GetAsync<T>(string what, Func<Task<T?>> probe, Func<string> evidence)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(probe);
        ArgumentNullException.ThrowIfNull(evidence);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var deadline = new CancellationTokenSource(Patience);
        while (!deadline.IsCancellationRequested)
        {
            try
            {
                if (await probe() is { } answer)
                {
                    return answer;
                }
            }
            catch (HttpRequestException)
            {
                // The server does not listen yet.
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        throw new TimeoutException($"{what}: not within {Patience.TotalSeconds} s. {evidence()}");
    }
}
