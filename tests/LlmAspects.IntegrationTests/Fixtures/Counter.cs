namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>A struct whose Core changes it.</summary>
internal partial struct Counter
{
    /// <summary>The number so far.</summary>
    public int Number { get; private set; }

    [ErrorContext, TracePerformance] public partial int Increment();

    [ErrorContext, TracePerformance] public readonly partial bool TryRead(in int expected, ref int reads, out int number);

    private int IncrementCore() => ++Number;

    private readonly bool TryReadCore(in int expected, ref int reads, out int number)
    {
        reads++;
        number = Number;
        return number == expected;
    }
}
