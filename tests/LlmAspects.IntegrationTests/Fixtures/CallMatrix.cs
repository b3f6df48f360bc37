namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Every shape of call, complete and pending when it returns.</summary>
internal static class CallMatrix
{
    public static TheoryData<string, bool> Of(IEnumerable<string> shapes)
    {
        var calls = new TheoryData<string, bool>();
        foreach (var shape in shapes)
        {
            calls.Add(shape, false);
            calls.Add(shape, true);
        }

        return calls;
    }
}
