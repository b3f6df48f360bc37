using System.Collections.Concurrent;

namespace LlmAspects.Components.Prompting;

/// <summary>The templates by name, within the limits of the options. Thread-safe; readers take no lock.</summary>
internal sealed class TemplateStore
{
    private readonly PromptEngineerOptions _options;
    private readonly ConcurrentDictionary<string, CompiledTemplate> _templates = new(StringComparer.Ordinal);
    private readonly Lock _registration = new();

    public TemplateStore(PromptEngineerOptions options)
    {
        _options = options;
        foreach (PromptTemplate template in BuiltInTemplates.All)
        {
            _templates[template.Name] = CompiledTemplate.Compile(template);
        }
    }

    /// <summary>The templates, ordered by name.</summary>
    public IReadOnlyList<CompiledTemplate> All => [.. _templates.Values.OrderBy(template => template.Source.Name, StringComparer.Ordinal)];

    /// <exception cref="PromptException">There is none of this name.</exception>
    public CompiledTemplate Get(string name) =>
        _templates.TryGetValue(name, out CompiledTemplate? template)
            ? template
            : throw new PromptException("prompt_template_unknown", $"There is no template '{name}'. Register it first, or take one of: {string.Join(", ", BuiltInTemplates.All.Select(known => known.Name))}.");

    /// <exception cref="PromptException">The template is invalid, too long, or one too many.</exception>
    public CompiledTemplate Add(PromptTemplate template)
    {
        if (template.Text.Length > _options.MaxTemplateLength)
        {
            throw new PromptException("prompt_template_limit", $"The template '{template.Name}' is longer than {_options.MaxTemplateLength} code units. Shorten it or raise {nameof(PromptEngineerOptions.MaxTemplateLength)}.");
        }

        CompiledTemplate compiled = CompiledTemplate.Compile(template);
        lock (_registration)
        {
            bool replaces = _templates.TryGetValue(template.Name, out CompiledTemplate? replaced);
            if (!replaces && _templates.Count >= _options.MaxTemplates)
            {
                throw new PromptException("prompt_template_limit", $"There are {_options.MaxTemplates} templates already. Raise {nameof(PromptEngineerOptions.MaxTemplates)}, or register templates once and pass variables.");
            }

            _templates[template.Name] = replaces ? compiled.Continue(replaced!) : compiled;
        }

        return compiled;
    }
}
