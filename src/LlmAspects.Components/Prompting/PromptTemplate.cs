namespace LlmAspects.Components.Prompting;

/// <summary>The text of a system message with variables, written by the developer of the program, never by its users.</summary>
/// <param name="Name">Unique in a prompt engineer; a later template of the same name replaces the earlier one.</param>
/// <param name="Text">
/// Text in a small part of the Liquid language: <c>{{ name }}</c>, <c>{% if %}</c>, <c>{% elsif %}</c>, <c>{% else %}</c>, <c>{% unless %}</c> with comparisons.
/// Loops, filters, members, assignments and includes are refused. A variable that an <c>if</c> tests may be missing, every other one must be given.
/// <c>task</c>, <c>has_context</c> and <c>has_examples</c> are set for each request.
/// </param>
public sealed record PromptTemplate(string Name, string Text)
{
    /// <summary>Whether a request without examples is refused. The default is <see langword="false"/>.</summary>
    public bool RequiresExamples { get; init; }
}
