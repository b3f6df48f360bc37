namespace LlmAspects.CodeFixes.Conversion.Rules;

/// <summary>Which of the two methods an attribute belongs to after the conversion.</summary>
internal enum AttributePlace
{
    Declaration,
    Both,
    Core,
}
