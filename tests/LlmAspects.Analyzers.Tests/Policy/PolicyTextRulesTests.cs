using LlmAspects.Analyzers.Policy;

namespace LlmAspects.Analyzers.Tests.Policy;

public class PolicyTextRulesTests
{
    private static PolicyText Nothing => default;

    [Fact]
    public void NoText_IsThePolicyOfTheAssembly() => PolicyTextRules.Parse(Nothing, AspectPolicy.Default).ShouldBe(AspectPolicy.Default);

    [Theory]
    [InlineData("components", 1)]
    [InlineData("public,model_calls", 6)]
    [InlineData(" Components , PUBLIC, model_calls ", 7)]
    [InlineData("none", 0)]
    public void Scopes_AreASet(string text, int scopes) => ((int)PolicyTextRules.Parse(Nothing with { RequiredOn = text }, AspectPolicy.Default).RequiredOn).ShouldBe(scopes);

    [Theory]
    [InlineData("error_context", 1)]
    [InlineData("trace_performance", 2)]
    [InlineData("trace_performance, error_context", 3)]
    [InlineData("none", 0)]
    public void Aspects_AreASet(string text, int aspects) => ((int)PolicyTextRules.Parse(Nothing with { RequiredAspects = text }, AspectPolicy.Default).RequiredAspects).ShouldBe(aspects);

    [Theory]
    [InlineData("everything")]
    [InlineData("components public")]
    [InlineData("none, components")]
    [InlineData("components,")]
    [InlineData("")]
    public void UnreadableScopes_SayNothingAndAreAProblem(string text)
    {
        var policy = Nothing with { RequiredOn = text };

        PolicyTextRules.Parse(policy, AspectPolicy.Default).RequiredOn.ShouldBe(PolicyScopes.Components);
        PolicyTextRules.FindProblems(policy).ShouldBe([("llmaspects.required_on", $"'{text}' is not a list of components, public, model_calls, or none alone")]);
    }

    [Fact]
    public void UnreadableAspectsAndPatterns_AreProblems() =>
        PolicyTextRules.FindProblems(new PolicyText(null, "logging", "A.**,,B", "!")).ShouldBe(
        [
            ("llmaspects.required_aspects", "'logging' is not a list of error_context, trace_performance, or none alone"),
            ("llmaspects.required_namespaces", "'A.**,,B' has an empty pattern; write patterns such as Contoso.**, !*Tests, separated by commas"),
            ("llmaspects.required_methods", "'!' has an empty pattern; write patterns such as Contoso.**, !*Tests, separated by commas"),
        ]);

    [Theory]
    [InlineData("!")]
    [InlineData("A.**,,B")]
    [InlineData("")]
    public void UnreadablePatterns_LeaveThoseOfTheAssembly(string patterns)
    {
        var ofAssembly = AspectPolicy.Default with { Methods = NamePatterns.TryRead(["*Async"])!, Namespaces = NamePatterns.TryRead(["Contoso"])! };

        PolicyTextRules.Parse(Nothing with { RequiredMethods = patterns, RequiredNamespaces = patterns }, ofAssembly).ShouldBe(ofAssembly);
    }

    [Fact]
    public void ReadableText_HasNoProblems() => PolicyTextRules.FindProblems(new PolicyText("public", "error_context", "A.**, !A.B", "*Async")).ShouldBeEmpty();

    [Theory]
    [InlineData(typeof(AspectScopes), typeof(PolicyScopes))]
    [InlineData(typeof(RequiredAspects), typeof(PolicyAspects))]
    public void Values_AreThoseOfTheAttribute(Type attribute, Type policy) =>
        Enum.GetNames(policy).Select(name => (name, (int)Enum.Parse(policy, name))).ShouldBe(Enum.GetNames(attribute).Select(name => (name, (int)Enum.Parse(attribute, name))));
}
