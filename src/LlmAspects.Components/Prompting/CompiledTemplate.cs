using System.Security.Cryptography;
using System.Text;
using Scriban;
using Scriban.Runtime;

namespace LlmAspects.Components.Prompting;

/// <summary>A template that was parsed and checked, with the count of its uses. Thread-safe.</summary>
internal sealed class CompiledTemplate
{
    private readonly Template _template;
    private readonly TemplateVariables _variables;
    private long _uses;

    private CompiledTemplate(PromptTemplate source, Template template)
    {
        Source = source;
        _template = template;
        _variables = TemplateVariables.Of(template.Page!);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Text)));
    }

    public PromptTemplate Source { get; }

    public string Hash { get; }

    public long Uses => Interlocked.Read(ref _uses);

    /// <exception cref="PromptException">The text is not a valid template.</exception>
    public static CompiledTemplate Compile(PromptTemplate source)
    {
        Template template = Template.ParseLiquid(source.Text);
        return template.HasErrors
            ? throw new PromptException("prompt_template_invalid", $"The template '{source.Name}' cannot be read: {template.Messages[0].Message}")
            : new CompiledTemplate(source, template);
    }

    /// <summary>The same template with the uses of the one that it replaces.</summary>
    public CompiledTemplate Continue(CompiledTemplate replaced)
    {
        _uses = replaced.Uses;
        return this;
    }

    public void CountUse() => Interlocked.Increment(ref _uses);

    /// <summary>Writes the text. Values are text: braces in them mean nothing.</summary>
    /// <param name="given">The values of the caller.</param>
    /// <param name="implied">The values of the request; <see langword="null"/> is false in a condition.</param>
    /// <exception cref="PromptException">A variable is missing or not used by the template.</exception>
    public string Render(IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string?> implied)
    {
        var values = new ScriptObject();
        foreach ((string name, string? value) in implied)
        {
            values.Add(name, value);
        }

        foreach ((string name, string value) in given)
        {
            if (!_variables.All.Contains(name) || implied.ContainsKey(name))
            {
                throw new PromptException("prompt_variable_unknown", $"The template '{Source.Name}' takes no variable '{name}'.");
            }

            // An empty text is true in Liquid; here it is as good as missing.
            values.Add(name, value.Length == 0 ? null : value);
        }

        AddMissing(values);
        var context = new TemplateContext(new ScriptObject()) { StrictVariables = true };
        context.PushGlobal(values);
        return _template.Render(context);
    }

    private void AddMissing(ScriptObject values)
    {
        foreach (string name in _variables.All)
        {
            if (values.TryGetValue(name, out object? value) && value is not null)
            {
                continue;
            }

            if (!_variables.Tested.Contains(name))
            {
                throw new PromptException("prompt_variable_missing", $"The template '{Source.Name}' needs the variable '{name}'.");
            }

            values[name] = null;
        }
    }
}
