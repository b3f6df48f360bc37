using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class UsingConversionTests
{
    private const string Class = """
        [LlmAspects.LlmComponent("sample")]
        public class Sample
        {
            public int Ask() => 1;
        }
        """;

    private const string ConvertedClass = """
        [LlmAspects.LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial int Ask();

            private int AskCore() => 1;
        }
        """;

    private const string QualifiedClass = """
        [LlmAspects.LlmComponent("sample")]
        public partial class Sample
        {
            [global::LlmAspects.ErrorContext, global::LlmAspects.TracePerformance]
            public partial int Ask();

            private int AskCore() => 1;
        }
        """;

    [Theory]
    [InlineData("", "using LlmAspects;\n\n")]
    [InlineData("// Licence.\n\n", "// Licence.\n\nusing LlmAspects;\n\n")]
    [InlineData("// Licence.\n\n/// <summary>Sample.</summary>\n", "// Licence.\n\nusing LlmAspects;\n\n/// <summary>Sample.</summary>\n")]
    [InlineData("using System;\n\n", "using System;\nusing LlmAspects;\n\n")]
    [InlineData("using System; // all of it\nusing Microsoft.Win32;\nusing static System.Math;\n\n", "using System; // all of it\nusing LlmAspects;\nusing Microsoft.Win32;\nusing static System.Math;\n\n")]
    [InlineData("// Licence.\nusing Microsoft.Win32;\n\nnamespace Own;\n\n", "// Licence.\nusing LlmAspects;\nusing Microsoft.Win32;\n\nnamespace Own;\n\n")]
    [InlineData("namespace Own;\n\n", "using LlmAspects;\n\nnamespace Own;\n\n")]
    [InlineData("namespace Own;\n\nusing System;\n\n", "namespace Own;\n\nusing System;\nusing LlmAspects;\n\n")]
    [InlineData("#nullable enable\nusing M = System.Math;\n\n", "#nullable enable\nusing LlmAspects;\nusing M = System.Math;\n\n")]
    [InlineData("using LlmAspects;\n\n", "using LlmAspects;\n\n")]
    [InlineData("global using System;\n\n", "global using System;\nusing LlmAspects;\n\n")]
    [InlineData("global using System;\nusing static System.Math;\n\n", "global using System;\nusing LlmAspects;\nusing static System.Math;\n\n")]
    [InlineData("[assembly: System.CLSCompliant(false)]\n", "using LlmAspects;\n\n[assembly: System.CLSCompliant(false)]\n")]
    public Task MissingImport_IsAddedWhereTheFileHasItsImports(string top, string convertedTop)
        => ConversionCheck.VerifyWithoutUsingsAsync(top + Class, convertedTop + ConvertedClass);

    [Fact]
    public Task ImportsOfANamespaceBlock_AreJoined() => ConversionCheck.VerifyWithoutUsingsAsync(
        """
        namespace Own
        {
            using System;
            using System.Text;

            [LlmAspects.LlmComponent("sample")]
            public class Sample
            {
                public int Ask() => 1;
            }
        }
        """,
        """
        namespace Own
        {
            using System;
            using System.Text;
            using LlmAspects;

            [LlmAspects.LlmComponent("sample")]
            public partial class Sample
            {
                [ErrorContext, TracePerformance]
                public partial int Ask();

                private int AskCore() => 1;
            }
        }
        """);

    [Theory]
    [InlineData("#if !NEVER\nusing System;\n#endif\n\n", "")]
    [InlineData("using Other;\n\n", "\npublic class Use { public AspectCall? One { get; set; } }\nnamespace Other { public class AspectCall; }")]
    [InlineData("using Other;\n\n", "\nnamespace Other { public class ErrorContextAttribute : System.Attribute; }")]
    [InlineData("using LlmAspects;\n\n", "\npublic class TracePerformance : System.Attribute;")]
    public Task NamesThatMeanSomethingElse_AreQualified(string top, string rest)
        => ConversionCheck.VerifyWithoutUsingsAsync(top + Class + rest, top + QualifiedClass + rest);
}
