using System.Globalization;
using LlmAspects.Shared;

namespace LlmAspects.Generators.Emission;

/// <summary>The local variables of a wrapper; one gets a number when a parameter or a type parameter has its name.</summary>
internal sealed class LocalNames(EquatableArray<string> namesInScope)
{
    public string Operation { get; } = Free("operation", namesInScope);

    public string Activity { get; } = Free("activity", namesInScope);

    public string Started { get; } = Free("started", namesInScope);

    public string Tags { get; } = Free("tags", namesInScope);

    public string Result { get; } = Free("result", namesInScope);

    public string Task { get; } = Free("task", namesInScope);

    public string Error { get; } = Free("error", namesInScope);

    public string Translated { get; } = Free("translated", namesInScope);

    public string State { get; } = Free("state", namesInScope);

    public string Await { get; } = Free("AwaitAsync", namesInScope);

    public string Token { get; } = Free("token", namesInScope);

    public string Aspect { get; } = Free("aspect", namesInScope);

    public string IsAwaited { get; } = Free("isAwaited", namesInScope);

    public string Instance { get; } = Free("instance", namesInScope);

    public string Source { get; } = Free("source", namesInScope);

    public string Items { get; } = Free("items", namesInScope);

    public string Item { get; } = Free("item", namesInScope);

    public string Finish { get; } = Free("Finish", namesInScope);

    public string Pull { get; } = Free("Pull", namesInScope);

    private static string Free(string name, EquatableArray<string> taken)
    {
        var candidate = name;
        for (var number = 1; taken.Contains(candidate); number++)
        {
            candidate = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }
}
