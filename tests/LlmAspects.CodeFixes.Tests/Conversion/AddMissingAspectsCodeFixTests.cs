using LlmAspects.Analyzers.Missing;
using LlmAspects.CodeFixes.Conversion;
using LlmAspects.CodeFixes.Tests.Conversion.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using VerifyErrors = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Missing.ErrorContextIsMissingAnalyzer, LlmAspects.CodeFixes.Conversion.AddMissingAspectsCodeFix>;
using VerifyTraces = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Missing.TracePerformanceIsMissingAnalyzer, LlmAspects.CodeFixes.Conversion.AddMissingAspectsCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class AddMissingAspectsCodeFixTests
{
    [Fact]
    public void FixableRules_AreTheFamilyOfTheMissing()
        => new AddMissingAspectsCodeFix().FixableDiagnosticIds.ShouldBe([ErrorContextIsMissingAnalyzer.Id, TracePerformanceIsMissingAnalyzer.Id]);

    [Fact]
    public Task SeveralMethods_AreConvertedOneByOneAndTogether() => VerifyErrors.VerifyAsync(
        """
        public static class Outer
        {
            [LlmComponent("sample")]
            public class Sample
            {
                public int {|LLMA1001:One|}() => 1;

                public int {|LLMA1001:One|}(int factor) => factor * One();

                [TracePerformance]
                public int {|LLMA1001:Two|}() => 2;
            }
        }
        """,
        """
        public static partial class Outer
        {
            [LlmComponent("sample")]
            public partial class Sample
            {
                [ErrorContext, TracePerformance]
                public partial int One();

                private int OneCore() => 1;

                [ErrorContext, TracePerformance]
                public partial int One(int factor);

                private int OneCore(int factor) => factor * One();

                [ErrorContext, TracePerformance]
                public partial int Two();

                private int TwoCore() => 2;
            }
        }
        """);

    [Fact]
    public Task EitherRule_AddsBothAspects() => VerifyTraces.VerifyAsync(
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            public int {|LLMA1002:One|}() => 1;

            [ErrorContext("a", "b")]
            public partial int {|LLMA1002:Two|}();

            private int TwoCore() => 2;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial int One();

            private int OneCore() => 1;

            [ErrorContext("a", "b"), TracePerformance]
            public partial int Two();

            private int TwoCore() => 2;
        }
        """);

    [Fact]
    public Task PartsInSeveralFiles_AreConvertedTogether() => VerifyErrors.VerifyAsync(
        [
            """
            [LlmComponent("sample")]
            public partial class Sample
            {
                public int {|LLMA1001:One|}() => 1;

                [LlmComponent("nested")]
                public class Nested
                {
                    public int {|LLMA1001:Two|}() => 2;
                }
            }
            """,
            """
            public partial class Sample
            {
                public int {|LLMA1001:One|}(int factor) => factor * One();
            }
            """,
        ],
        [
            """
            [LlmComponent("sample")]
            public partial class Sample
            {
                [ErrorContext, TracePerformance]
                public partial int One();

                private int OneCore() => 1;

                [LlmComponent("nested")]
                public partial class Nested
                {
                    [ErrorContext, TracePerformance]
                    public partial int Two();

                    private int TwoCore() => 2;
                }
            }
            """,
            """
            public partial class Sample
            {
                [ErrorContext, TracePerformance]
                public partial int One(int factor);

                private int OneCore(int factor) => factor * One();
            }
            """,
        ]);

    [Fact]
    public Task AliasOfAnAspect_IsRecognised() => VerifyTraces.VerifyAsync(
        """
        namespace Own
        {
            using Errors = LlmAspects.ErrorContextAttribute;

            [LlmComponent("sample")]
            public class Sample
            {
                [Errors]
                public int {|LLMA1002:One|}() => 1;

                public int {|LLMA1002:Two|}() => 2;
            }
        }
        """,
        """
        namespace Own
        {
            using Errors = LlmAspects.ErrorContextAttribute;

            [LlmComponent("sample")]
            public partial class Sample
            {
                [Errors, TracePerformance]
                public partial int One();

                private int OneCore() => 1;

                [ErrorContext, TracePerformance]
                public partial int Two();

                private int TwoCore() => 2;
            }
        }
        """);

    [Fact]
    public Task PartImplementedByHand_BecomesTheCore() => VerifyErrors.VerifyAsync(
        [
            """
            [LlmComponent("sample")]
            public partial class Sample
            {
                /// <summary>Answers.</summary>
                [System.ComponentModel.Description("d")]
                public static partial Task<int> {|LLMA1001:OneAsync|}<T>(T value, int number = 1, CancellationToken token = default) where T : class;

                public partial IAsyncEnumerable<int> {|LLMA1001:TwoAsync|}(CancellationToken token);
            }
            """,
            """
            public partial class Sample
            {
                // The body.
                public static async partial Task<int> OneAsync<T>(T value, int number, CancellationToken token) where T : class
                {
                    return await Task.FromResult(number);
                }

                public async partial IAsyncEnumerable<int> TwoAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
                {
                    yield return await Task.FromResult(1);
                }
            }
            """,
        ],
        [
            """
            [LlmComponent("sample")]
            public partial class Sample
            {
                /// <summary>Answers.</summary>
                [System.ComponentModel.Description("d")]
                [ErrorContext, TracePerformance]
                public static partial Task<int> OneAsync<T>(T value, int number = 1, CancellationToken token = default) where T : class;

                [ErrorContext, TracePerformance]
                public partial IAsyncEnumerable<int> TwoAsync(CancellationToken token);
            }
            """,
            """
            public partial class Sample
            {
                // The body.
                private static async Task<int> OneCoreAsync<T>(T value, int number, CancellationToken token) where T : class
                {
                    return await Task.FromResult(number);
                }

                private async IAsyncEnumerable<int> TwoCoreAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
                {
                    yield return await Task.FromResult(1);
                }
            }
            """,
        ]);

    [Fact]
    public Task PartWithAttributesOfItsOwn_IsLeftAlone() => VerifyErrors.VerifyAsync(
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            public partial int {|LLMA1001:One|}();

            [System.ComponentModel.Description("d")]
            public partial int One() => 1;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            public partial int {|LLMA1001:One|}();

            [System.ComponentModel.Description("d")]
            public partial int One() => 1;
        }
        """);

    [Fact]
    public Task CarriageReturns_SurviveTheWorkspace() => VerifyErrors.VerifyAsync(
        """
        [LlmAspects.LlmComponent("sample")]
        public class Sample
        {
            public int {|LLMA1001:One|}() =>
                1;
        }
        """.ReplaceLineEndings("\r\n"),
        """
        [LlmAspects.LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial int One();

            private int OneCore() =>
                1;
        }
        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public async Task FileOfSeveralProjects_IsChangedOnceInAll()
    {
        var project = ConversionCheck.OpenProject("");
        var solution = project.Solution;
        solution = solution.WithDocumentFilePath(project.Documents.First().Id, "/sample/Shared.cs").WithDocumentText(project.Documents.First().Id, SourceText.From(Shared));
        var other = ProjectId.CreateNewId();
        solution = solution.AddProject(other, "Other", "Other", LanguageNames.CSharp)
            .WithProjectParseOptions(other, project.ParseOptions!).WithProjectCompilationOptions(other, project.CompilationOptions!).WithProjectMetadataReferences(other, project.MetadataReferences);
        var copy = DocumentId.CreateNewId(other);
        solution = solution.AddDocument(copy, "Shared.cs", SourceText.From(Shared), filePath: "/sample/Shared.cs");
        var place = new TextSpan(Shared.IndexOf("One", StringComparison.Ordinal), 3);

        var changed = await new AddAspectsConversion().ApplyAsync(solution, [(project.Documents.First().Id, place), (copy, place)], CancellationToken.None);

        var texts = changed.Projects.Select(static p => p.Documents.First()).Select(static document => document.GetTextAsync().Result.ToString()).Distinct();
        texts.ShouldHaveSingleItem().ShouldBe("using LlmAspects;\n\n[LlmComponent(\"sample\")] public partial class Sample { [ErrorContext, TracePerformance] public partial int One(); private int OneCore() => 1; }");
    }

    private const string Shared = "using LlmAspects;\n\n[LlmComponent(\"sample\")] public class Sample { public int One() => 1; }";
}
