using System.Text.RegularExpressions;
using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Naming;

public partial class HintNameTests
{
    [Fact]
    public void HintName_NamesTypeAndMethodAndIsTheSameInEveryProcess()
        => NamesOf("namespace Contoso; public partial class Router {", "public partial void Select(int number, ref string text);", "private void SelectCore(int number, ref string text) { } }")
            .ShouldBe(["Router.Select.d9725b71.g.cs"]);

    [Fact]
    public void Overloads_HaveNamesOfTheirOwnEvenWhereCaseDoesNotCount()
    {
        var names = NamesOf(
            "public partial class Router {",
            "public partial void Run(int a); [ErrorContext] public partial void Run(in int a); [ErrorContext] public partial void Run(string a);",
            "[ErrorContext] public partial void Run(); [ErrorContext] public partial void Run<T>(); [ErrorContext] public partial void RUN();",
            "void RunCore(int a) { } void RunCore(in int a) { } void RunCore(string a) { } void RunCore() { } void RunCore<T>() { } void RUNCore() { } }");

        names.Length.ShouldBe(6);
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(6);
    }

    [Fact]
    public void SameNamesInOtherPlaces_HaveNamesOfTheirOwn()
    {
        const string Members = "[ErrorContext] public partial void Run(); private void RunCore() { }";
        var run = GeneratorRunner.Run($$"""
            using LlmAspects;
            public partial class Router { {{Members}} }
            public partial class Router<T> { {{Members}} }
            public partial class Router<T, U> { {{Members}} }
            public partial class Outer { public partial class Router { {{Members}} } }
            namespace Contoso { public partial class Router { {{Members}} } }
            """);

        run.Problems.ShouldBeEmpty();
        run.Files.Count.ShouldBe(5);
    }

    [Fact]
    public void LongNames_AreCutTo80CharactersAndStayUnique()
    {
        var type = new string('T', 200);
        var method = new string('M', 200);
        var names = NamesOf(
            $"public partial class {type} {{",
            $"public partial void {method}1(); [ErrorContext] public partial void {method}2();",
            $"void {method}1Core() {{ }} void {method}2Core() {{ }} }}");

        names.Length.ShouldBe(2);
        names.ShouldAllBe(static name => name.Length <= 80);
    }

    [Fact]
    public void CharactersThatNoFileNameTakes_AreReplaced()
    {
        // A combining acute accent, a connector and a zero-width joiner are fine in an identifier.
        var name = NamesOf("public partial class E\u0301t\u203Fe {", "public partial void Ru\u200Dn();", "private void Ru\u200DnCore() { } }")
            .ShouldHaveSingleItem();

        name.ShouldMatch(AllowedName().ToString());
        name.ShouldStartWith("E_t_e.");
    }

    private static string[] NamesOf(string type, params string[] members)
    {
        var run = GeneratorRunner.Run($"using LlmAspects; {type} [ErrorContext] {string.Join('\n', members)}");
        run.Problems.ShouldBeEmpty();
        return [.. run.Files.Select(static file => file.HintName)];
    }

    [GeneratedRegex(@"^[\w.]+\.[0-9a-f]{8}\.g\.cs$")]
    private static partial Regex AllowedName();
}
