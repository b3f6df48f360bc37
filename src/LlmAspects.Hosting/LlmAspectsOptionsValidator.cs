using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting;

[OptionsValidator]
internal sealed partial class LlmAspectsOptionsValidator : IValidateOptions<LlmAspectsOptions>;
