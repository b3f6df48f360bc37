namespace LlmAspects.IntegrationTests.Fixtures;

internal static partial class TextExtensions
{
    [ErrorContext, TracePerformance] public static partial int Total(this string text, params ReadOnlySpan<int> numbers);

    private static int TotalCore(this string text, params ReadOnlySpan<int> numbers)
    {
        var total = text.Length;
        foreach (var number in numbers)
        {
            total += number;
        }

        return total;
    }
}
