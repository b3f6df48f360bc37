namespace LlmAspects.Shared;

/// <summary>Which names a tag may have.</summary>
internal static class TagNameRules
{
    /// <summary>What is wrong with the name and what to do; null when it is free.</summary>
    public static string? FindProblem(TagDeclaration tag, IEnumerable<TagDeclaration> before)
    {
        var name = tag.Name;
        return name.Trim().Length == 0 ? "it is empty; name what it tells, for example \"llm.model\""
            : name.StartsWith("llmaspects.", StringComparison.Ordinal) || name == "error.type" ? "the library writes it itself; choose another name"
            : before.Any(other => other.Name == name) ? "another tag of the method has it; choose another name"
            : null;
    }
}
