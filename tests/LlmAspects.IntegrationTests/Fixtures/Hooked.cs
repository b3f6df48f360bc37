using System.Runtime.CompilerServices;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Hooks that fail, that are awaited, that stand around a retry and that come from generic types.</summary>
internal sealed partial class Hooked
{
    public int Entered { get; private set; }

    [Aspect<Watching>, Aspect<Refusing>] public partial int Refused();

    [Aspect<Watching>, Aspect<Refusing>] public partial Task<int> RefusedAsync();

    [Aspect<Doubting>] public partial int Doubted();

    [Aspect<Doubting>] public partial Task DoubtedAsync(Task task);

    [ErrorContext, Aspect<Translating>] public partial void Translated();

    [Aspect<Translating>] public partial Task TranslatedAsync(Task task);

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 3, BaseDelayMilliseconds = 0), Aspect<Watching>]
    public partial Task<int> RetriedAsync(int successfulAttempt);

    [ErrorContext, TracePerformance, Aspect<Watching>, Aspect<Watching>] public partial ValueTask<int> OnceAsync(ValueTask<int> task);

    [Aspect<Awaiting>] public partial Task<int> AwaitedAsync(Task<int> task);

    [ErrorContext, TracePerformance, Aspect<Awaiting>] public partial ValueTask AwaitedValueAsync(Task<int> task);

    [Aspect<Awaiting>] public partial IAsyncEnumerable<int> AwaitedStreamAsync(Task<int> task);

    [Aspect<Nested<string>.Naming<int>>] public partial T Generic<T>(T value)
        where T : notnull;

    private int RefusedCore() => ++Entered;

    private Task<int> RefusedCoreAsync() => Task.FromResult(++Entered);

    private int DoubtedCore() => ++Entered;

    private Task DoubtedCoreAsync(Task task) => Enter(task);

    private void TranslatedCore() => throw Enter(new FormatException());

    private Task TranslatedCoreAsync(Task task) => Enter(task);

    private Task<int> RetriedCoreAsync(int successfulAttempt)
        => ++Entered < successfulAttempt ? Task.FromException<int>(new TimeoutException()) : Task.FromResult(Entered);

    private ValueTask<int> OnceCoreAsync(ValueTask<int> task) => Enter(task);

    private Task<int> AwaitedCoreAsync(Task<int> task) => Enter(task);

    private async ValueTask AwaitedValueCoreAsync(Task<int> task) => await Enter(task);

    private async IAsyncEnumerable<int> AwaitedStreamCoreAsync(Task<int> task)
    {
        yield return await Enter(task);
    }

    private T GenericCore<T>(T value)
        where T : notnull
        => Enter(value);

    private T Enter<T>(T value)
    {
        Entered++;
        return value;
    }
}
