/**
 * The look-up of plugins through {@link java.util.ServiceLoader}, with errors that help.
 *
 * <p>Start from {@link org.slth.spi.Providers}. This package depends on no other, so every other
 * may use it. A provider that cannot be loaded is reported where nothing else fits, and never hides
 * the ones that can.
 *
 * <p><b>Stability.</b> Every package of SLTH carries an {@code @API} of apiguardian, and a type may
 * carry another. {@code STABLE}: within a major version, what was compiled or written against it
 * still works. {@code EXPERIMENTAL}: may change in any version. {@code INTERNAL}: nobody else's, or
 * public only because {@code ServiceLoader} asks for that. {@code mvn verify -Pcompatibility
 * -Dslth.baseline=VERSION} breaks where a STABLE type no longer serves users of that version; a
 * method without a body added to an interface counts, since plugins implement it.
 *
 * <p>apiguardian-api (7 KB, Apache-2.0) is a dependency that users inherit: javac warns of
 * annotations whose values it cannot find.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.spi;

import org.apiguardian.api.API;
