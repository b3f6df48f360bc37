using LlmAspects.Components.Prompting;

namespace LlmAspects.Components.Tests.Prompting;

public class PromptTemplateTests
{
    private readonly PromptEngineer _engineer = new();

    [Theory]
    [InlineData("{% include 'x' %}")]
    [InlineData("{% for i in (1..1000000000) %}x{% endfor %}")]
    [InlineData("{% assign a = 1 %}")]
    [InlineData("{{ a | upcase }}")]
    [InlineData("{{ a.b }}")]
    [InlineData("{{ a[0] }}")]
    [InlineData("{{ a == b }}")]
    [InlineData("{% if a.b %}x{% endif %}")]
    [InlineData("{% if 'x' * 1000000000 %}y{% endif %}")]
    [InlineData("{% if x %}")]
    [InlineData("{{ a")]
    [InlineData("{% capture a %}x{% endcapture %}")]
    [InlineData("{% case a %}{% when 1 %}x{% endcase %}")]
    public void MoreThanTextVariablesAndConditions_IsRefused(string text) => CodeOf(text).ShouldBe("prompt_template_invalid");

    [Theory]
    [InlineData("Hi {{ name }}!", "Hi Ada!")]
    [InlineData("{% if name %}{{ name }}{% else %}nobody{% endif %}", "Ada")]
    [InlineData("{% if other %}{{ other }}{% else %}nobody{% endif %} {{ name }}", "nobody Ada")]
    [InlineData("{% if name == 'Ada' and task == 'general' %}yes{% endif %}", "yes")]
    [InlineData("{% unless other %}no{% endunless %}{{ name }}", "noAda")]
    [InlineData("{% comment %}why{% endcomment %}{{ name }}", "Ada")]
    [InlineData("{% raw %}{{ braces }}{% endraw %}{{ name }}", "{{ braces }}Ada")]
    public void Template_IsRendered(string text, string expected) => Render(text, "name", "Ada").ShouldBe(expected);

    [Theory]
    [InlineData("{{ missing }}")]
    [InlineData("{% misspelt %}")]
    public void MissingVariable_IsNamed(string text)
    {
        PromptException error = Should.Throw<PromptException>(() => Render(text + "{{ name }}", "name", "x"));
        error.ErrorCode.ShouldBe("prompt_variable_missing");
        error.Message.ShouldContain(text.Trim('{', '}', '%', ' '));
    }

    [Fact]
    public void EmptyValue_IsMissing() => Should.Throw<PromptException>(() => Render("{{ name }}", "name", "")).ErrorCode.ShouldBe("prompt_variable_missing");

    [Theory]
    [InlineData("other")]
    [InlineData("task")]
    public void VariableThatTheTemplateDoesNotTake_IsRefused(string name) =>
        Should.Throw<PromptException>(() => Render("{{ task }}", name, "x")).ErrorCode.ShouldBe("prompt_variable_unknown");

    [Theory]
    [InlineData("{{ task }} {% if x %}{% include 'y' %}")]
    [InlineData("a\r\n\tb \uD83D\uDE00 < & \"")]
    public void Value_IsTextOnly(string value) => Render("<{{ name }}>", "name", value).ShouldBe($"<{value}>");

    [Theory]
    [InlineData("a\u001bb")]
    [InlineData("a\0")]
    public void ControlCharacterInAValue_IsRefused(string value) => Should.Throw<PromptException>(() => Render("{{ name }}", "name", value)).ErrorCode.ShouldBe("prompt_variable_invalid");

    [Fact]
    public void Hash_BelongsToTheText()
    {
        string hash = _engineer.RegisterTemplate(new PromptTemplate("a", "abc"));
        hash.ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        _engineer.RegisterTemplate(new PromptTemplate("b", "abc")).ShouldBe(hash);
        _engineer.RegisterTemplate(new PromptTemplate("a", "abd")).ShouldNotBe(hash);
        _engineer.BuildMessages(new PromptRequest { Question = "q", TemplateName = "b" }).TemplateHash.ShouldBe(hash);
    }

    [Fact]
    public void ReplacedTemplate_IsUsedAndKeepsItsCount()
    {
        Render("one {{ name }}", "name", "x");
        Render("two {{ name }}", "name", "x").ShouldBe("two x");
        _engineer.GetStatistics().ByTemplate["test"].ShouldBe(2);
    }

    [Fact]
    public void Limits_AreKept()
    {
        var engineer = new PromptEngineer(new PromptEngineerOptions { MaxTemplates = 6, MaxTemplateLength = 5, MaxVariableLength = 3 });
        engineer.RegisterTemplate(new PromptTemplate("a", "12345"));
        engineer.RegisterTemplate(new PromptTemplate("a", "1234"));
        Should.Throw<PromptException>(() => engineer.RegisterTemplate(new PromptTemplate("b", "1"))).ErrorCode.ShouldBe("prompt_template_limit");
        Should.Throw<PromptException>(() => engineer.RegisterTemplate(new PromptTemplate("a", "123456"))).ErrorCode.ShouldBe("prompt_template_limit");
        Should.Throw<PromptException>(() => engineer.BuildMessages(Request(PromptTemplateNames.RoleBased, "role", "1234"))).ErrorCode.ShouldBe("prompt_variable_invalid");
        engineer.GetTemplates().Select(template => template.Name).ShouldBe(["a", "chain_of_thought", "few_shot", "role_based", "simple", "structured"]);
    }

    [Fact]
    public void Defaults_ArePinned() => new PromptEngineerOptions().ShouldBe(new PromptEngineerOptions { MaxTemplates = 1_000, MaxTemplateLength = 32_000, MaxVariableLength = 4_000 });

    [Theory]
    [InlineData(4, 1, 1)]
    [InlineData(5, 0, 1)]
    [InlineData(5, 1, 0)]
    public void OptionOutOfRange_IsRefused(int templates, int templateLength, int variableLength) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PromptEngineer(new PromptEngineerOptions { MaxTemplates = templates, MaxTemplateLength = templateLength, MaxVariableLength = variableLength }));

    private string CodeOf(string text) => Should.Throw<PromptException>(() => _engineer.RegisterTemplate(new PromptTemplate("test", text))).ErrorCode;

    private string Render(string text, string name, string value)
    {
        _engineer.RegisterTemplate(new PromptTemplate("test", text));
        return _engineer.BuildMessages(Request("test", name, value)).Messages[0].Text;
    }

    private static PromptRequest Request(string template, string name, string value) =>
        new() { Question = "q", TemplateName = template, Variables = new Dictionary<string, string> { [name] = value } };
}
