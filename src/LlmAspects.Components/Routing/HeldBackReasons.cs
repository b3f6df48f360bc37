namespace LlmAspects.Components.Routing;

/// <summary>
/// Why models are held back, as it was last heard of each. Decisions share one array until a model has another reason: that costs a new array, not every decision. Thread-safe.
/// </summary>
internal sealed class HeldBackReasons(int models)
{
    private string?[] _latest = new string?[models];

    /// <summary>The reasons by the index of the model; never changed. A reason stays when its model is back.</summary>
    public string?[] Latest => Volatile.Read(ref _latest);

    public void Note(int model, string reason)
    {
        string?[] seen = Latest;
        while (!string.Equals(seen[model], reason, StringComparison.Ordinal))
        {
            string?[] next = [.. seen];
            next[model] = reason;
            string?[] before = Interlocked.CompareExchange(ref _latest, next, seen);
            seen = before == seen ? next : before;
        }
    }
}
