using Scriban.Syntax;

namespace LlmAspects.Components.Prompting;

/// <summary>
/// Reads which variables a parsed template uses and refuses everything but text, variables and conditions: what cannot be written needs no sandbox at run time.
/// </summary>
internal sealed class TemplateVariables
{
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tested = new(StringComparer.Ordinal);

    private TemplateVariables()
    {
    }

    /// <summary>Every variable that the template names.</summary>
    public IReadOnlySet<string> All => _all;

    /// <summary>Those that a condition tests: they may be missing.</summary>
    public IReadOnlySet<string> Tested => _tested;

    /// <exception cref="PromptException">The template uses more of the language than is allowed.</exception>
    public static TemplateVariables Of(ScriptPage page)
    {
        var variables = new TemplateVariables();
        variables.Visit(page, inCondition: false);
        return variables;
    }

    private void Visit(ScriptNode? node, bool inCondition)
    {
        switch (node)
        {
            case null or ScriptRawStatement or ScriptEscapeStatement or ScriptLiteral or ScriptToken or ScriptKeyword or ScriptEndStatement or ScriptNopStatement:
                return;
            case ScriptVariableGlobal variable:
                Add(variable.Name, inCondition);
                return;
            case ScriptIfStatement branch:
                Visit(branch.Condition, inCondition: true);
                Visit(branch.Then, inCondition: false);
                Visit(branch.Else, inCondition: false);
                return;
            case ScriptPage or ScriptBlockStatement or ScriptList or ScriptElseStatement or ScriptExpressionStatement:
            case ScriptBinaryExpression or ScriptUnaryExpression or ScriptNestedExpression when inCondition:
                VisitChildren(node, inCondition);
                return;
            default:
                throw new PromptException("prompt_template_invalid", $"A template may hold text, variables and conditions only; line {node.Span.Start.Line + 1} holds something else.");
        }
    }

    private void VisitChildren(ScriptNode node, bool inCondition)
    {
        for (int i = 0; i < node.ChildrenCount; i++)
        {
            Visit(node.GetChildren(i), inCondition);
        }
    }

    private void Add(string name, bool inCondition)
    {
        _all.Add(name);
        if (inCondition)
        {
            _tested.Add(name);
        }
    }
}
