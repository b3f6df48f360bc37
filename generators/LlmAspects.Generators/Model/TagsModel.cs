using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>The tags of a method, metric tags first, as expression text.</summary>
/// <param name="TypeName">The name of the nested struct.</param>
/// <param name="IsRefStruct">Whether a captured value is a ref struct.</param>
/// <param name="ResultType">The type of the result or the items; null when the call yields nothing.</param>
/// <param name="Constraints">The constraint clauses of the struct.</param>
/// <param name="Captures">What the paths begin with.</param>
/// <param name="Arguments">The tags of arguments and the instance.</param>
/// <param name="Results">The tags of the result.</param>
internal sealed record TagsModel(
    string TypeName,
    bool IsRefStruct,
    string? ResultType,
    EquatableArray<string> Constraints,
    EquatableArray<TagCaptureModel> Captures,
    EquatableArray<TagModel> Arguments,
    EquatableArray<TagModel> Results)
{
    /// <summary>The condition under which a result tells of a failure, or null.</summary>
    public string? FailedWhen { get; init; }

    /// <summary>The expression of the kind of error, or null.</summary>
    public string? ErrorTypeFrom { get; init; }

    public bool ReadsResult => Results.Count > 0 || FailedWhen is not null;
}

/// <summary>A value that the struct keeps.</summary>
/// <param name="Type">The fully qualified type.</param>
/// <param name="Field">The name of the field, escaped.</param>
/// <param name="Source">What the wrapper assigns.</param>
internal sealed record TagCaptureModel(string Type, string Field, string Source);

/// <summary>One tag.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The expression.</param>
/// <param name="IsMetric">Whether metrics carry it too.</param>
/// <param name="IsRedacted">Whether it goes through the redactor.</param>
/// <param name="Classification">The fully qualified type of the classifying attribute, if it can be named.</param>
internal sealed record TagModel(string Name, string Value, bool IsMetric, bool IsRedacted, string? Classification);
