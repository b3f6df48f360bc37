namespace LlmAspects.IntegrationTests.Fixtures;

internal static partial class Overloads
{
    [TracePerformance] public static partial string Get(int key);

    [TracePerformance] public static partial string Get(string key);

    [TracePerformance] public static partial string Get<T>(T key);

    private static string GetCore(int key) => "int";

    private static string GetCore(string key) => "string";

    private static string GetCore<T>(T key) => "generic";
}
