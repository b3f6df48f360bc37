namespace LlmAspects;

/// <summary>Records a value of the call: on its span, and in the error record when it fails. Nothing is recorded without it.</summary>
/// <remarks>
/// On a parameter it records the argument. On a method it records what a path leads to, as in <c>[Tag("llm.model", "{request.Model.Name}")]</c>.
/// A path begins with a parameter, with <c>this</c>, with <c>result</c>, or on a stream or sequence with <c>last</c>, the last item delivered; properties and fields follow.
/// Values are read only when they are recorded. Texts are cut to <see cref="TagCapture.MaximumLength"/> characters.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter, AllowMultiple = true, Inherited = false)]
public sealed class TagAttribute : Attribute
{
    /// <summary>Records the argument under the parameter's name in snake_case.</summary>
    public TagAttribute()
    {
    }

    /// <summary>Records the argument under a name.</summary>
    /// <param name="name">The name of the tag.</param>
    public TagAttribute(string name) => Name = name;

    /// <summary>Records, for a method, what a path leads to.</summary>
    /// <param name="name">The name of the tag.</param>
    /// <param name="path">The path in braces, for example <c>{result.Usage.TotalTokenCount}</c>.</param>
    public TagAttribute(string name, string path)
    {
        Name = name;
        Path = path;
    }

    /// <summary>The name of the tag. The default, on a parameter, is its name in snake_case.</summary>
    public string? Name { get; }

    /// <summary>The path to the value; <see langword="null"/> on a parameter.</summary>
    public string? Path { get; }

    /// <summary>
    /// Whether the tag is also put on the metrics of the operation. The default is <see langword="false"/>: every new value makes a new time series.
    /// </summary>
    public bool Metric { get; set; }
}
